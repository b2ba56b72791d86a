// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.throttle;

import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps an account below the service's requests per minute, by what every answer says of them; decides only, the waiting
 * is the caller's. Where nothing is known, before the first answer and after the end of a window, a few may go and find
 * out. Thread-safe.
 */
final class RateLimitWindows {

    /** How many may be under way to find out: more than one upload has, fewer than any limit of the service. */
    static final int PROBES = 16;

    // The service tells the end of its window in whole seconds: within that, two answers speak of the same window.
    private static final long PRECISION = Duration.ofSeconds(1).toNanos();

    // The limits are by the minute. What tells of a later end is wrong, and asked again.
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(2);

    private static final long SOON = Duration.ofMillis(200).toNanos();

    private final LongSupplier nanoTime;
    private final Map<Budget, Window> windows = new EnumMap<>(Budget.class);

    /** @param nanoTime never goes back, like {@link System#nanoTime} */
    RateLimitWindows(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        for (Budget budget : Budget.values()) {
            windows.put(budget, new Window());
        }
    }

    /** What is known of one budget. Guarded by the pacer. */
    private static final class Window {
        private boolean told;
        private boolean unlimited;
        private long end;
        private int limit = Integer.MAX_VALUE;
        private int remaining;
        private int unanswered;
        private int probes;

        boolean mayProbe() {
            return unlimited || probes < PROBES && unanswered < limit;
        }

        void begin(RateLimit allowance, long newEnd) {
            told = true;
            end = newEnd;
            remaining = allowance.remaining();
            probes = 0;
        }
    }

    /**
     * Asks for a turn.
     *
     * @return zero if the request may go now, and is to be followed by {@link #end}; else how long to wait before the
     *     next asking
     */
    synchronized Duration begin(Budget budget) {
        Window window = windows.get(budget);
        long left = window.told ? window.end - nanoTime.getAsLong() : 0;
        if (left <= 0 ? window.mayProbe() : window.remaining > window.unanswered) {
            window.unanswered++;
            window.probes += left <= 0 ? 1 : 0;
            return Duration.ZERO;
        }
        // Requests under way may not be in the last answer's count yet: the next answers will tell.
        boolean mayChange = left <= 0 || window.remaining > 0 && left > SOON;
        return Duration.ofNanos(mayChange ? SOON : left);
    }

    /** The request has been answered, or will not be. */
    synchronized void end(Budget budget) {
        Window window = windows.get(budget);
        window.unanswered--;
        window.probes = Math.max(0, window.probes - 1);
    }

    /** What an answer says. */
    synchronized void observe(Budget budget, RateLimit allowance) {
        Window window = windows.get(budget);
        long now = nanoTime.getAsLong();
        long end = now + shorter(allowance.untilReset(), LONGEST_WINDOW).toNanos();
        window.unlimited = false;
        if (allowance.limit() != RateLimit.UNKNOWN) {
            window.limit = Math.max(1, allowance.limit());
        }
        if (!window.told || end - window.end > PRECISION) {
            window.begin(allowance, end);
        } else if (window.end - end < PRECISION) {
            window.remaining = Math.min(window.remaining, allowance.remaining());
        }
    }

    /** A service that works and says nothing of limits has none. */
    synchronized void observeNothing(Budget budget) {
        Window window = windows.get(budget);
        window.unlimited = !window.told;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
