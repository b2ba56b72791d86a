// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.throttle;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limits the retries while every request fails: {@link #CAPACITY} at once, then one a second. A request that works
 * fills the budget again. Decides only. Not thread-safe.
 */
final class RetryBudget {

    /** The number of retries at once. */
    static final int CAPACITY = 32;

    private static final long REFILL = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanoTime;
    private int left = CAPACITY;
    private long nextRefill;

    /** @param nanoTime a clock that never goes back, like {@link System#nanoTime} */
    RetryBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns the time until a retry may go; zero if it may go now. */
    Duration untilFree() {
        long now = nanoTime.getAsLong();
        while (left < CAPACITY && now - nextRefill >= 0) {
            left++;
            nextRefill += REFILL;
        }
        return left > 0 ? Duration.ZERO : Duration.ofNanos(nextRefill - now);
    }

    /** Takes one retry from the budget. */
    void take() {
        if (left == CAPACITY) {
            nextRefill = nanoTime.getAsLong() + REFILL;
        }
        left--;
    }

    /** Fills the budget, because a request has worked. */
    void worked() {
        left = CAPACITY;
    }
}
