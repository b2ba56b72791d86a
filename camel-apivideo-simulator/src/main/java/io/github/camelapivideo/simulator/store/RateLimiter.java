// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.api.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Counts requests in fixed windows. Thread-safe. */
public final class RateLimiter {

    private final RateLimits limits;
    private final Clock clock;
    // Guarded by this
    private final Map<RateBudget, Window> windows = new EnumMap<>(RateBudget.class);

    public RateLimiter(RateLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** The figures in the headers of every answer. */
    public record Count(int limit, int remaining, long retryAfterSeconds, boolean exceeded) {}

    private record Window(Instant end, int used) {

        boolean isOver(Instant now) {
            return !now.isBefore(end);
        }
    }

    public synchronized Count count(RateBudget budget) {
        Instant now = clock.instant();
        int limit = limit(budget);
        Window window = windows.get(budget);
        if (window == null || window.isOver(now)) {
            window = new Window(now.plus(limits.window()), 0);
        }
        boolean exceeded = limits.enforced() && window.used() >= limit;
        int used = limits.enforced() && !exceeded ? window.used() + 1 : window.used();
        windows.put(budget, new Window(window.end(), used));
        return new Count(limit, limit - used, wholeSeconds(Duration.between(now, window.end())), exceeded);
    }

    private int limit(RateBudget budget) {
        return switch (budget) {
            case UPLOADS -> limits.uploads();
            case WRITES -> limits.writes();
            case READS -> limits.reads();
        };
    }

    // Rounded up: after that time a new window begins.
    private static long wholeSeconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }

    public synchronized void clear() {
        windows.clear();
    }
}
