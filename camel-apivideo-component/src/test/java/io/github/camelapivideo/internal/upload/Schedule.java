// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.internal.thread.Lanes;
import io.github.camelapivideo.internal.thread.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * The executors, the timer and the clock of a run in one thread. All tasks that may run are in a bag, and the seed draws
 * the next one. Time jumps to the next timer when the bag is empty, and sometimes before. A task that blocks runs others
 * until it goes on, as other threads would. Not thread-safe.
 */
final class Schedule {

    private static final int MOST_STEPS = 20_000;
    private static final int MOST_BLOCKED = 12;
    private static final long LONGEST_STEP = TimeUnit.MILLISECONDS.toNanos(2);

    private final SplittableRandom random;
    private final StringBuilder trace;
    private final List<Runnable> bag = new ArrayList<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(
            Comparator.comparingLong((Timer timer) -> timer.due).thenComparingInt(timer -> timer.number));
    // Each task runs on a thread of its own: what runs while it blocks does not run on its lane.
    private final Lanes elsewhere = new Lanes(Runnable::run, Integer.MAX_VALUE);
    private final Workers workers =
            new Workers(new Lanes(this::add, Integer.MAX_VALUE), this::add, new Timers(), this::now);
    private long now;
    private int steps;
    private int blocked;
    private int brief;
    private int numbers;
    private boolean shutDown;
    private String violation;

    /** @param traced true to write down the events */
    Schedule(long seed, boolean traced) {
        this.random = new SplittableRandom(seed);
        this.trace = traced ? new StringBuilder() : null;
    }

    Workers workers() {
        return workers;
    }

    long now() {
        return now;
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** Draws a number from 0 to below the bound. */
    int number(int bound) {
        return random.nextInt(bound);
    }

    double fraction() {
        return random.nextDouble();
    }

    @SafeVarargs
    final <T> T any(T... some) {
        return some[random.nextInt(some.length)];
    }

    private void add(Runnable task) {
        if (shutDown) {
            throw new RejectedExecutionException("the threads are gone");
        }
        bag.add(task);
    }

    /** Adds an event outside of the component, which may happen at any time. */
    void outside(Runnable event) {
        bag.add(event);
    }

    /** Adds an event outside of the component that happens after a delay, in nanoseconds. */
    void outside(long delay, Runnable event) {
        timers.add(new Timer(event, now + delay));
    }

    /** Refuses all new tasks and timers, as executors do after their shutdown. */
    void shutDown() {
        shutDown = true;
    }

    boolean isShutDown() {
        return shutDown;
    }

    /** Records a broken promise; the first one counts. */
    void violated(String promise) {
        trace("VIOLATED: " + promise);
        if (violation == null) {
            violation = promise;
        }
    }

    /** Returns the first broken promise; null if none is broken. */
    String violation() {
        return violation;
    }

    void trace(String event) {
        if (trace != null) {
            trace.append(now / 1_000_000)
                    .append(" ms: ")
                    .append("  ".repeat(blocked))
                    .append(event)
                    .append('\n');
        }
    }

    String traced() {
        return trace.toString();
    }

    /** Runs until the bag is empty and no timer is left. */
    void run() {
        while (step()) {
            // The condition has run a task.
        }
    }

    /** Runs for at most so long, in nanoseconds. */
    void runFor(long time) {
        long end = now + time;
        while (now < end && step()) {
            // The condition has run a task.
        }
    }

    /** Blocks: a few other tasks run meanwhile, and time may jump. */
    void block() {
        blockWhile(() -> true, random.nextInt(4));
    }

    /** Blocks for a short time: a few other tasks run meanwhile, but time does not jump. */
    void blockBriefly() {
        brief++;
        block();
        brief--;
    }

    /** Blocks while the condition holds, for at most so many tasks. */
    void blockWhile(BooleanSupplier condition, int most) {
        if (blocked == MOST_BLOCKED) {
            return;
        }
        blocked++;
        for (int left = most; left > 0 && condition.getAsBoolean() && step(); left--) {
            // The condition has run a task.
        }
        blocked--;
    }

    private boolean step() {
        if (++steps > MOST_STEPS) {
            throw new AssertionError("after " + MOST_STEPS + " steps it still runs");
        }
        now += random.nextLong(LONGEST_STEP);
        boolean timerFirst = brief == 0 && (bag.isEmpty() || !timers.isEmpty() && percent(4));
        if (bag.isEmpty() && !timerFirst) {
            return false;
        }
        Runnable next = timerFirst ? nextTimer() : draw();
        if (next == null) {
            return !bag.isEmpty();
        }
        runApart(next);
        // This thread stands for many: the interrupt of one must not reach the next.
        Thread.interrupted();
        return true;
    }

    private void runApart(Runnable next) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        elsewhere.execute(() -> {
            try {
                next.run();
            } catch (RuntimeException | Error e) {
                thrown.set(e);
            }
        });
        if (thrown.get() instanceof Error error) {
            throw error;
        }
        if (thrown.get() instanceof RuntimeException failure) {
            throw failure;
        }
    }

    private Runnable draw() {
        int at = random.nextInt(bag.size());
        Runnable drawn = bag.get(at);
        Runnable last = bag.remove(bag.size() - 1);
        if (at < bag.size()) {
            bag.set(at, last);
        }
        return drawn;
    }

    private Runnable nextTimer() {
        Timer next = timers.poll();
        while (next != null && next.isCancelled()) {
            next = timers.poll();
        }
        if (next == null) {
            return null;
        }
        now = Math.max(now, next.due);
        return next.task;
    }

    private final class Timer extends CompletableFuture<Object> implements ScheduledFuture<Object> {
        private final Runnable task;
        private final long due;
        private final int number = numbers++;

        Timer(Runnable task, long due) {
            this.task = task;
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - now, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    /** Only schedules; has no threads. */
    private final class Timers extends ScheduledThreadPoolExecutor {
        Timers() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            if (shutDown) {
                throw new RejectedExecutionException("the timer is gone");
            }
            Timer timer = new Timer(task, now + Math.max(0, unit.toNanos(delay)));
            timers.add(timer);
            return timer;
        }
    }
}
