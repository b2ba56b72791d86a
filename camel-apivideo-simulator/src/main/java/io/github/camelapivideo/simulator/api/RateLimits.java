// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.api;

import java.time.Duration;

/**
 * How many requests the simulator takes in a window of time. Uploads, writes and reads have a budget each.
 *
 * @param uploads requests that carry a file
 * @param writes other requests that change something
 * @param reads the rest
 * @param window how long a budget lasts, from the first request that uses it
 * @param enforced whether more requests are refused; if not, answers always say that the whole budget remains
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

    /** The production service's figures in the answers, but nothing is counted or refused. The default. */
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

    /** So many a minute. */
    public static RateLimits of(int uploads, int writes, int reads) {
        return of(uploads, writes, reads, MINUTE);
    }

    /** So many in each window. */
    public static RateLimits of(int uploads, int writes, int reads, Duration window) {
        return new RateLimits(uploads, writes, reads, window, true);
    }
}
