// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Counts requests in fixed windows. Thread-safe. */
final class RateLimiter {

    private final RateLimits limits;
    private final Clock clock;
    // Guarded by this
    private final Map<Budget, Window> windows = new EnumMap<>(Budget.class);

    RateLimiter(RateLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** What every answer says. */
    record Count(int limit, int remaining, long retryAfterSeconds, boolean exceeded) {}

    private record Window(Instant end, int used) {

        boolean isOver(Instant now) {
            return !now.isBefore(end);
        }
    }

    synchronized Count count(Budget budget) {
        Instant now = clock.instant();
        int limit = limits.limit(budget);
        Window window = windows.get(budget);
        if (window == null || window.isOver(now)) {
            window = new Window(now.plus(limits.window()), 0);
        }
        boolean exceeded = limits.enforced() && window.used() >= limit;
        int used = limits.enforced() && !exceeded ? window.used() + 1 : window.used();
        windows.put(budget, new Window(window.end(), used));
        return new Count(limit, limit - used, wholeSeconds(Duration.between(now, window.end())), exceeded);
    }

    // Rounded up: who waits that long finds a new window.
    private static long wholeSeconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }

    synchronized void clear() {
        windows.clear();
    }
}
