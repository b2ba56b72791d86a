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
    private final Map<RequestKind.Budget, Window> windows = new EnumMap<>(RequestKind.Budget.class);

    RateLimiter(RateLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** What every answer says. */
    record Count(int limit, int remaining, long retryAfterSeconds, boolean exceeded) {}

    private static final class Window {
        private final Instant end;
        private int used;

        Window(Instant end) {
            this.end = end;
        }
    }

    synchronized Count count(RequestKind kind) {
        Instant now = clock.instant();
        Window window = windows.get(kind.budget());
        if (window == null || !now.isBefore(window.end)) {
            window = new Window(now.plus(limits.window()));
            windows.put(kind.budget(), window);
        }
        int limit = limits.limit(kind.budget());
        boolean exceeded = limits.enforced() && kind.budget() != RequestKind.Budget.NONE && window.used >= limit;
        if (!exceeded) {
            window.used++;
        }
        long millis = Duration.between(now, window.end).toMillis();
        return new Count(limit, Math.max(0, limit - window.used), (millis + 999) / 1000, exceeded);
    }
}
