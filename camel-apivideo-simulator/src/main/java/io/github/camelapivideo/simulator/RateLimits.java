// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.time.Duration;

/**
 * How many requests the simulator takes in a window of time.
 *
 * @param enforced whether more of them are refused, or only counted
 */
public record RateLimits(int uploads, int writes, int reads, Duration window, boolean enforced) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The production service's figures in the headers, but nothing is refused. The default. */
    public static RateLimits none() {
        return new RateLimits(100, 200, 500, MINUTE, false);
    }

    /** 40 uploads, 40 writes and 100 reads a minute. */
    public static RateLimits sandbox() {
        return of(40, 40, 100, MINUTE);
    }

    /** 100 uploads, 200 writes and 500 reads a minute. */
    public static RateLimits production() {
        return of(100, 200, 500, MINUTE);
    }

    public static RateLimits of(int uploads, int writes, int reads, Duration window) {
        return new RateLimits(uploads, writes, reads, window, true);
    }

    int limit(RequestKind.Budget budget) {
        return switch (budget) {
            case UPLOADS -> uploads;
            case WRITES -> writes;
            case READS, NONE -> reads;
        };
    }
}
