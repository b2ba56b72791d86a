// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.upload.Pace.Budget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Keeps an account below the service's requests per minute, by what every answer says of them; decides only, the waiting
 * is the caller's. Before the first answer, and after the end of a window, nothing is known and everybody may go.
 * Thread-safe.
 */
final class RequestPacer {

    // The service tells the end of its window in whole seconds: within that, two answers speak of the same window.
    private static final Duration PRECISION = Duration.ofSeconds(1);

    private static final Duration SOON = Duration.ofMillis(200);

    private final Clock clock;
    private final Map<Budget, Window> windows = new EnumMap<>(Budget.class);

    RequestPacer(Clock clock) {
        this.clock = clock;
        for (Budget budget : Budget.values()) {
            windows.put(budget, new Window());
        }
    }

    /** What is known of one budget. Guarded by the pacer. */
    private static final class Window {
        private Instant end = Instant.EPOCH;
        private int remaining;
        private int unanswered;
    }

    /**
     * Asks for a turn.
     *
     * @return zero if the request may go now, and is to be followed by {@link #end}; else how long to wait before the
     *     next asking
     */
    synchronized Duration begin(Budget budget) {
        Window window = windows.get(budget);
        Duration untilReset = Duration.between(clock.instant(), window.end);
        if (untilReset.isNegative() || untilReset.isZero() || window.remaining > window.unanswered) {
            window.unanswered++;
            return Duration.ZERO;
        }
        // Requests under way may not be in the last answer's count yet: the next answers will tell.
        return window.remaining > 0 && untilReset.compareTo(SOON) > 0 ? SOON : untilReset;
    }

    /** The request has been answered, or will not be. */
    synchronized void end(Budget budget) {
        windows.get(budget).unanswered--;
    }

    /** What an answer says: how many requests are left until when. */
    synchronized void observe(Budget budget, int remaining, Duration untilReset) {
        Window window = windows.get(budget);
        Instant end = clock.instant().plus(untilReset);
        if (end.isAfter(window.end.plus(PRECISION))) {
            window.end = end;
            window.remaining = remaining;
        } else if (end.isAfter(window.end.minus(PRECISION))) {
            window.remaining = Math.min(window.remaining, remaining);
        }
    }
}
