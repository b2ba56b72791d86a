// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.throttle;

import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;
import io.github.camelapivideo.internal.call.RequestGate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Grants permits to the requests of one account, each kind in the order of asking. The rate follows the limits in the
 * service's answers; while every request fails, a retry budget limits the retries. Polls go only when no other read
 * waits, a few at once. Waiting holds no thread. Thread-safe.
 */
public final class AccountThrottle implements RequestGate {

    /** The most polls under way: each holds a lane, and takes a probe from the other reads. */
    static final int MOST_POLLS = RateLimitWindows.PROBES / 2;

    private final LongSupplier nanoTime;
    private final RateLimitWindows windows;
    private final ScheduledExecutorService timer;
    private final Map<Budget, Line> lines = new EnumMap<>(Budget.class);

    /**
     * @param nanoTime a clock that never goes back, like {@link System#nanoTime}, so that no wait gets longer when the
     *     system clock is set
     * @param timer grants permits after a wait; nothing blocks on it
     */
    public AccountThrottle(LongSupplier nanoTime, ScheduledExecutorService timer) {
        this.nanoTime = nanoTime;
        this.windows = new RateLimitWindows(nanoTime);
        this.timer = timer;
        for (Budget budget : Budget.values()) {
            lines.put(budget, new Line(budget, new RetryBudget(nanoTime)));
        }
    }

    @Override
    public Permit ask(Budget budget, boolean again, Runnable granted) {
        Line line = lines.get(budget);
        Place place = new Place(line, again, granted);
        line.join(place);
        line.move();
        return place;
    }

    /**
     * Records the rate limit of an answer.
     *
     * @param success true if the request was carried out: a service that announces no limit on success has none
     */
    @Override
    public void observe(Budget budget, RateLimit limit, boolean success) {
        if (limit.isKnown()) {
            windows.observe(budget, limit);
        } else if (success) {
            windows.observeNothing(budget);
        }
    }

    @Override
    public Duration untilFree(Budget budget) {
        return windows.untilFree(budget);
    }

    @Override
    public int left(Budget budget, int otherwise) {
        Pace pace = lines.get(budget).pace();
        int remaining = pace.remaining() < 0 ? otherwise : pace.remaining();
        return Math.max(0, remaining - pace.waiting() - pace.underWay());
    }

    /**
     * How many requests of one kind may go, a snapshot.
     *
     * @param limit the requests of one window; -1 while it is unknown
     * @param remaining how many of them were left at the last answer; -1 while it is unknown
     * @param untilReset until the window ends; zero if none is known
     * @param waiting the requests that wait to go
     * @param underWay the requests that have not ended
     */
    public record Pace(Budget budget, int limit, int remaining, Duration untilReset, int waiting, int underWay) {}

    /** Returns how it stands with each kind of requests. */
    public List<Pace> paces() {
        return lines.values().stream().map(Line::pace).toList();
    }

    /** The queue of requests of one kind. */
    private final class Line {
        private final Budget budget;

        // Guarded by this
        private final RetryBudget retries;
        private final Deque<Place> waiting = new ArrayDeque<>();
        private int underWay;
        private long wakeUpAt;
        private boolean wakeUpSet;

        Line(Budget budget, RetryBudget retries) {
            this.budget = budget;
            this.retries = retries;
        }

        synchronized void join(Place place) {
            waiting.add(place);
        }

        /** Grants all permits that are due, outside the lock. */
        void move() {
            for (Place next = next(); next != null; next = next()) {
                next.granted.run();
            }
        }

        private synchronized Place next() {
            Place first = waiting.peek();
            if (first == null || budget == Budget.POLLS && underWay == MOST_POLLS) {
                return null;
            }
            Duration wait = untilFree(first);
            if (!wait.isZero() && wakeUp(wait)) {
                return null;
            }
            if (first.again) {
                retries.take();
            }
            first.going = true;
            underWay++;
            return waiting.poll();
        }

        private Duration untilFree(Place first) {
            if (budget == Budget.POLLS && lines.get(Budget.READS).isWaiting()) {
                return Duration.ofNanos(RateLimitWindows.SOON);
            }
            Duration wait = first.again ? retries.untilFree() : Duration.ZERO;
            return wait.isZero() ? windows.begin(budget) : wait;
        }

        private synchronized Pace pace() {
            RateLimitWindows.Known known = windows.known(budget);
            return new Pace(budget, known.limit(), known.remaining(), known.untilReset(), waiting.size(), underWay);
        }

        private synchronized boolean isWaiting() {
            return !waiting.isEmpty();
        }

        /** @return false if the timer has been shut down: all work ends, and no request has to wait any more */
        private boolean wakeUp(Duration wait) {
            long at = nanoTime.getAsLong() + wait.toNanos();
            if (wakeUpSet && wakeUpAt - at <= 0) {
                return true;
            }
            try {
                // One nanosecond more, so that the clock is past the end of the window.
                timer.schedule(this::wokenUp, wait.toNanos() + 1, TimeUnit.NANOSECONDS);
                wakeUpSet = true;
                wakeUpAt = at;
                return true;
            } catch (RejectedExecutionException e) {
                return false;
            }
        }

        private void wokenUp() {
            synchronized (this) {
                wakeUpSet = false;
            }
            move();
        }

        private synchronized void leave(Place place, boolean worked) {
            if (!place.going) {
                waiting.remove(place);
                return;
            }
            underWay--;
            windows.end(budget);
            if (worked) {
                retries.worked();
            }
        }
    }

    private static final class Place implements Permit {
        private final Line line;
        private final boolean again;
        private final Runnable granted;
        private boolean going;

        Place(Line line, boolean again, Runnable granted) {
            this.line = line;
            this.again = again;
            this.granted = granted;
        }

        @Override
        public void end(boolean worked) {
            line.leave(this, worked);
            line.move();
        }
    }
}
