// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.api.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
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

        Window withOneMore() {
            return new Window(end, used + 1);
        }
    }

    /**
     * Counts a request against some budgets; against none of them if one is used up.
     *
     * @param budgets at least one
     * @return the figures of the budget that is closest to its end
     */
    public synchronized Count count(List<RateBudget> budgets) {
        Instant now = clock.instant();
        budgets.forEach(budget -> windows.compute(budget, (same, window) -> current(window, now)));
        boolean exceeded = limits.enforced()
                && budgets.stream().anyMatch(budget -> windows.get(budget).used() >= limit(budget));
        if (limits.enforced() && !exceeded) {
            budgets.forEach(budget -> windows.computeIfPresent(budget, (same, window) -> window.withOneMore()));
        }
        return budgets.stream()
                .map(budget -> count(budget, now, exceeded))
                .min(Comparator.comparingInt(Count::remaining))
                .orElseThrow();
    }

    private Window current(Window window, Instant now) {
        return window == null || window.isOver(now) ? new Window(now.plus(limits.window()), 0) : window;
    }

    private Count count(RateBudget budget, Instant now, boolean exceeded) {
        Window window = windows.get(budget);
        int limit = limit(budget);
        return new Count(limit, limit - window.used(), wholeSeconds(Duration.between(now, window.end())), exceeded);
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
