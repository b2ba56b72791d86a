// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How many requests may be tried again while nothing works: some at once, then one a second. As soon as one works, all
 * may again. Decides only. Not thread-safe.
 */
final class RetryBudget {

    /** How many at once. */
    static final int CAPACITY = 32;

    private static final Duration REFILL = Duration.ofSeconds(1);

    private final Clock clock;
    private int left = CAPACITY;
    private Instant nextRefill;

    RetryBudget(Clock clock) {
        this.clock = clock;
    }

    /** How long until a retry may go; zero if now. */
    Duration untilFree() {
        Instant now = clock.instant();
        while (left < CAPACITY && !now.isBefore(nextRefill)) {
            left++;
            nextRefill = nextRefill.plus(REFILL);
        }
        return left > 0 ? Duration.ZERO : Duration.between(now, nextRefill);
    }

    /** A retry goes. */
    void take() {
        if (left == CAPACITY) {
            nextRefill = clock.instant().plus(REFILL);
        }
        left--;
    }

    /** The service works. */
    void worked() {
        left = CAPACITY;
    }
}
