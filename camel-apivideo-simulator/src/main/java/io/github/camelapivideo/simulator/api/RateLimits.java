// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.api;

import java.time.Duration;

/**
 * The number of requests that the simulator accepts in a window of time, for uploads, writes and reads each.
 *
 * <pre>{@code
 * RateLimits tight = RateLimits.of(2, 10, 50, Duration.ofSeconds(5));
 * ApiVideoSimulator simulator = ApiVideoSimulator.builder().rateLimits(tight).start();
 * }</pre>
 *
 * @param uploads requests that carry a file
 * @param writes other requests that change something
 * @param reads requests that change nothing
 * @param window the length of a window, which begins with its first request
 * @param enforced true if more requests are refused; false if every answer says that nothing of the limit is used
 */
public record RateLimits(int uploads, int writes, int reads, Duration window, boolean enforced) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    public RateLimits {
        if (uploads < 0 || writes < 0 || reads < 0) {
            throw new IllegalArgumentException(
                    "uploads=" + uploads + ", writes=" + writes + ", reads=" + reads + ": none may be negative");
        }
        if (window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("window=" + window + ": must be positive");
        }
    }

    /** Sends the production service's figures, but neither counts nor refuses requests. The default. */
    public static RateLimits none() {
        return new RateLimits(100, 200, 500, MINUTE, false);
    }

    /** 40 uploads, 40 writes and 100 reads a minute. */
    public static RateLimits sandbox() {
        return of(40, 40, 100);
    }

    /** 100 uploads, 200 writes and 500 reads a minute. */
    public static RateLimits production() {
        return of(100, 200, 500);
    }

    /** These numbers of requests a minute. */
    public static RateLimits of(int uploads, int writes, int reads) {
        return of(uploads, writes, reads, MINUTE);
    }

    /** These numbers of requests in each window. */
    public static RateLimits of(int uploads, int writes, int reads, Duration window) {
        return new RateLimits(uploads, writes, reads, window, true);
    }
}
