// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** A limited number of lanes, and the tasks that run on them or wait for one. Thread-safe. */
abstract class LanePool {

    private static final ThreadLocal<Lane> LANES = new ThreadLocal<>();

    private final Executor threads;
    private final Executor later;
    private final int most;
    private final AtomicLong arrivals = new AtomicLong();

    /** @param later runs a lane when the threads cannot, but at some time */
    private LanePool(Executor threads, Executor later, int most) {
        this.threads = threads;
        this.later = later;
        this.most = most;
    }

    /** A task, its turn, and its place among all tasks. */
    record Waiting(Runnable task, long turn, long number) {}

    /** Returns the largest number of tasks at once. */
    int most() {
        return most;
    }

    /** Gives a task its place. */
    Waiting arrived(Runnable task, long turn) {
        return new Waiting(task, turn, arrivals.getAndIncrement());
    }

    /** @throws RejectedExecutionException if the threads have ended, or the machine starts no more of them */
    void execute(Waiting arrived) {
        if (!begins(arrived)) {
            return;
        }
        try {
            threads.execute(() -> run(arrived));
        } catch (OutOfMemoryError e) {
            passOn(arrived.turn());
            throw new NoMoreThreads(e);
        } catch (RuntimeException | Error e) {
            ended(arrived.turn());
            throw e;
        }
    }

    // The upload of the task that waits for this lane counts on it, and perhaps no other lane runs that would take it.
    private void passOn(long turn) {
        Waiting next = nextAfter(turn);
        if (next != null) {
            try {
                later.execute(() -> run(next));
            } catch (RejectedExecutionException e) {
                // The threads have ended: the task finds that out.
                run(next);
            }
        }
    }

    /**
     * Keeps a task for the lane that this thread is, if the one that runs there has the same turn and has given no other.
     *
     * @return false if it does not
     */
    boolean continuesWith(Waiting task) {
        Lane lane = LANES.get();
        if (lane == null || lane.pool != this || lane.running.turn() != task.turn() || lane.following != null) {
            return false;
        }
        lane.following = task;
        return true;
    }

    private void run(Waiting first) {
        Lane outer = LANES.get();
        Lane lane = new Lane(this);
        LANES.set(lane);
        try {
            for (lane.running = first; lane.running != null; lane.running = nextOf(lane)) {
                run(lane.running.task());
            }
        } finally {
            LANES.set(outer);
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // As in a pool, the lane continues.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
        // An interrupt was for the task that has ended.
        Thread.interrupted();
    }

    private synchronized Waiting nextOf(Lane lane) {
        Waiting task = lane.following;
        lane.following = null;
        if (task != null) {
            waits(task);
        }
        return nextAfter(lane.running.turn());
    }

    /** Takes a lane for a task, or lets it wait and returns false. */
    abstract boolean begins(Waiting arrived);

    /** Lets a task wait. */
    abstract void waits(Waiting arrived);

    /** Gives the lane of a task with this turn back. */
    abstract void ended(long turn);

    /** Returns the number of tasks that run. */
    abstract int running();

    /** Passes the lane of a task with this turn on to a task that waits; or gives it back and returns null. */
    abstract Waiting nextAfter(long turn);

    /** A thread that runs tasks. For this thread only. */
    private static final class Lane {
        private final LanePool pool;
        private Waiting running;
        // Null if no task follows from the one that runs.
        private Waiting following;

        Lane(LanePool pool) {
            this.pool = pool;
        }
    }

    /** Tasks with a lower turn come first. */
    static final class InTurn extends LanePool {

        // Guarded by this
        private final Queue<Waiting> waiting =
                new PriorityQueue<>(Comparator.comparingLong(Waiting::turn).thenComparingLong(Waiting::number));
        private int running;

        InTurn(Executor threads, Executor later, int most) {
            super(threads, later, most);
        }

        @Override
        synchronized boolean begins(Waiting arrived) {
            if (running == most()) {
                waits(arrived);
                return false;
            }
            running++;
            return true;
        }

        @Override
        synchronized void waits(Waiting arrived) {
            waiting.add(arrived);
        }

        @Override
        synchronized void ended(long turn) {
            running--;
        }

        @Override
        synchronized int running() {
            return running;
        }

        @Override
        synchronized Waiting nextAfter(long turn) {
            Waiting next = waiting.poll();
            if (next == null) {
                running--;
            }
            return next;
        }
    }

    /** Each turn has one lane, and the others go to those with the fewest. */
    static final class Shared extends LanePool {

        // Guarded by this
        private final List<Waiting> waiting = new ArrayList<>();
        private final Map<Long, Integer> runningByTurn = new HashMap<>();
        private int running;

        Shared(Executor threads, int most) {
            super(threads, threads, most);
        }

        @Override
        synchronized boolean begins(Waiting arrived) {
            if (!mayBegin(arrived)) {
                waits(arrived);
                return false;
            }
            begun(arrived);
            return true;
        }

        @Override
        synchronized void waits(Waiting arrived) {
            waiting.add(arrived);
        }

        private boolean mayBegin(Waiting task) {
            return running < most() || running(task) == 0;
        }

        private int running(Waiting task) {
            return runningByTurn.getOrDefault(task.turn(), 0);
        }

        private void begun(Waiting task) {
            running++;
            runningByTurn.merge(task.turn(), 1, Integer::sum);
        }

        @Override
        synchronized int running() {
            return running;
        }

        @Override
        synchronized void ended(long turn) {
            running--;
            runningByTurn.computeIfPresent(turn, (ended, number) -> number == 1 ? null : number - 1);
        }

        @Override
        synchronized Waiting nextAfter(long turn) {
            ended(turn);
            Waiting next = waiting.stream()
                    .filter(this::mayBegin)
                    .min(Comparator.<Waiting>comparingInt(this::running).thenComparingLong(Waiting::number))
                    .orElse(null);
            if (next != null) {
                waiting.remove(next);
                begun(next);
            }
            return next;
        }
    }
}
