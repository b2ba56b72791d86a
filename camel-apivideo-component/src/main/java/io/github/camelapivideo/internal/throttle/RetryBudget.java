// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.throttle;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many requests may be tried again while nothing works: some at once, then one a second. As soon as one works, all
 * may again. Decides only. Not thread-safe.
 */
final class RetryBudget {

    /** How many at once. */
    static final int CAPACITY = 32;

    private static final long REFILL = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;
    private int left = CAPACITY;
    private long nextRefill;

    /** @param nanoTime never goes back, like {@link System#nanoTime} */
    RetryBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How long until a retry may go; zero if now. */
    Duration untilFree() {
        long now = nanoTime.getAsLong();
        while (left < CAPACITY && now - nextRefill >= 0) {
            left++;
            nextRefill += REFILL;
        }
        return left > 0 ? Duration.ZERO : Duration.ofNanos(nextRefill - now);
    }

    /** A retry goes. */
    void take() {
        if (left == CAPACITY) {
            nextRefill = nanoTime.getAsLong() + REFILL;
        }
        left--;
    }

    /** The service works. */
    void worked() {
        left = CAPACITY;
    }
}
