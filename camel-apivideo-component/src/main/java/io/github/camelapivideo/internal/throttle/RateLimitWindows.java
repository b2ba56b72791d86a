// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.throttle;

import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps an account below the service's requests per minute, which every answer announces. Decides only; the caller
 * waits. While the limit is unknown, before the first answer and after the end of a window, a few requests go as
 * probes. Thread-safe.
 */
final class RateLimitWindows {

    /** The most probes under way: more than one upload needs, fewer than any limit of the service. */
    static final int PROBES = 16;

    /**
     * How long a probe keeps its place without an answer. A part may take hours under a {@code bandwidthLimit}; so many
     * probes in this time stay below any limit of the service.
     */
    static final Duration PROBE_KEPT = Duration.ofSeconds(30);

    // The service announces the end of a window in whole seconds: ends that differ by less are of the same window.
    private static final long PRECISION = Duration.ofSeconds(1).toNanos();

    // The service's limits are by the minute: a later end is wrong, and the limit is probed again before it.
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(2);

    static final long SOON = Duration.ofMillis(200).toNanos();

    /** Polls leave this share of a window's requests to other reads: one of so many. */
    private static final int SHARE_WITHOUT_POLLS = 4;

    private final LongSupplier nanoTime;
    private final Map<Budget, Window> windows = new EnumMap<>(Budget.class);

    /** @param nanoTime a clock that never goes back, like {@link System#nanoTime} */
    RateLimitWindows(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        for (Budget budget : Budget.values()) {
            windows.put(budget, new Window());
        }
        windows.put(Budget.POLLS, windows.get(Budget.READS));
    }

    /** The limit of one budget, as far as it is known. Guarded by the enclosing object. */
    private static final class Window {
        private boolean known;
        private boolean unlimited;
        private long end;
        private int limit = Integer.MAX_VALUE;
        private int remaining;
        private int unanswered;
        // The moments at which they began, the oldest first
        private final Deque<Long> probes = new ArrayDeque<>(PROBES);

        boolean mayProbe(long now) {
            while (!probes.isEmpty() && now - probes.element() >= PROBE_KEPT.toNanos()) {
                probes.remove();
            }
            return unlimited || probes.size() < PROBES && unanswered < limit;
        }

        int remaining(Budget budget) {
            boolean leaves = budget == Budget.POLLS && limit != Integer.MAX_VALUE;
            return leaves ? remaining - limit / SHARE_WITHOUT_POLLS : remaining;
        }

        void begin(RateLimit announced, long newEnd) {
            known = true;
            end = newEnd;
            remaining = announced.remaining();
            probes.clear();
        }
    }

    /**
     * Asks for a permit.
     *
     * @return zero if the request may go now, and must be followed by {@link #end}; otherwise the time to wait before
     *     the next call
     */
    synchronized Duration begin(Budget budget) {
        Duration wait = untilFree(budget);
        if (wait.isZero()) {
            windows(budget).forEach(this::take);
        }
        return wait;
    }

    /** Returns the same without a permit. */
    synchronized Duration untilFree(Budget budget) {
        return windows(budget).stream()
                .map(window -> untilFree(window, budget))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private List<Window> windows(Budget budget) {
        return budget == Budget.SMALL_FILES
                ? List.of(windows.get(Budget.UPLOADS), windows.get(Budget.WRITES))
                : List.of(windows.get(budget));
    }

    private Duration untilFree(Window window, Budget budget) {
        long left = left(window);
        int remaining = window.remaining(budget);
        if (left <= 0 ? window.mayProbe(nanoTime.getAsLong()) : remaining > window.unanswered) {
            return Duration.ZERO;
        }
        // The last answer may not count the requests under way: the next answers do.
        boolean mayChange = left <= 0 || remaining > 0 && left > SOON;
        return Duration.ofNanos(mayChange ? SOON : left);
    }

    private long left(Window window) {
        return window.known ? window.end - nanoTime.getAsLong() : 0;
    }

    private void take(Window window) {
        window.unanswered++;
        if (left(window) <= 0 && !window.unlimited) {
            window.probes.add(nanoTime.getAsLong());
        }
    }

    /**
     * What is known of the limit of a budget now.
     *
     * @param limit the requests of one window; -1 while it is unknown
     * @param remaining how many of them are left; -1 while it is unknown, such as after the end of a window
     * @param untilReset until the window ends; zero if none is known
     */
    record Known(int limit, int remaining, Duration untilReset) {}

    /** Returns what is known of a budget. Of two limits that hold for it, the one that leaves less. */
    synchronized Known known(Budget budget) {
        return windows(budget).stream()
                .map(this::known)
                .min(Comparator.comparingInt(known -> known.remaining < 0 ? Integer.MAX_VALUE : known.remaining))
                .orElseThrow();
    }

    private Known known(Window window) {
        long left = Math.max(0, left(window));
        return new Known(
                window.limit == Integer.MAX_VALUE ? -1 : window.limit,
                left == 0 ? -1 : window.remaining,
                Duration.ofNanos(left));
    }

    /** Ends a request, with or without an answer. */
    synchronized void end(Budget budget) {
        for (Window window : windows(budget)) {
            window.unanswered--;
            window.probes.poll();
        }
    }

    /** Records the limit that an answer announces. */
    synchronized void observe(Budget budget, RateLimit announced) {
        windows(budget).stream()
                // The answer to a small file tells of one of two budgets: it gives no more requests to the other.
                .filter(window ->
                        budget != Budget.SMALL_FILES || left(window) <= 0 || announced.remaining() < window.remaining)
                .forEach(window -> observe(window, announced));
    }

    private void observe(Window window, RateLimit announced) {
        long now = nanoTime.getAsLong();
        long end = now + shorter(announced.untilReset(), LONGEST_WINDOW).toNanos();
        window.unlimited = false;
        if (announced.limit() != RateLimit.UNKNOWN) {
            window.limit = Math.max(1, announced.limit());
        }
        if (!window.known || end - window.end > PRECISION) {
            window.begin(announced, end);
        } else if (window.end - end < PRECISION) {
            window.remaining = Math.min(window.remaining, announced.remaining());
        }
    }

    /** Records an answer without a limit: a service that never announces one has none. */
    synchronized void observeNothing(Budget budget) {
        windows(budget).forEach(window -> window.unlimited = !window.known);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
