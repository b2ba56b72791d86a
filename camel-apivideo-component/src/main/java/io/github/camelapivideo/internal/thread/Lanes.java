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

/**
 * Runs a limited number of tasks at once: those with the lowest turn first, and tasks with the same turn in the order of
 * their arrival. So an upload that began earlier ends earlier, and short calls do not wait for uploads. Lanes can also be
 * shared evenly between the turns. Thread-safe.
 */
public final class Lanes implements Executor {

    /** The turn of tasks that come before those of all uploads. */
    public static final long FIRST = 0;

    private final Pool pool;
    private final long turn;
    private final Surroundings surroundings;

    /**
     * @param threads run the tasks
     * @param most the largest number of tasks at once
     */
    public Lanes(Executor threads, int most) {
        this(new InTurn(threads, most), FIRST, Surroundings.NONE);
    }

    private Lanes(Pool pool, long turn, Surroundings surroundings) {
        this.pool = pool;
        this.turn = turn;
        this.surroundings = surroundings;
    }

    /** Returns the same lanes for tasks with this turn. */
    public Lanes withTurn(long other) {
        return new Lanes(pool, other, surroundings);
    }

    /** Returns the same lanes for tasks with these surroundings. */
    Lanes in(Surroundings others) {
        return new Lanes(pool, turn, others);
    }

    /**
     * Returns other lanes, which are shared evenly: each turn always has one, and as long as there are not more of them
     * than here, a turn may have several. A lane that becomes free is for the turn that has the fewest.
     *
     * @param threads run the tasks
     */
    public Lanes sharedOn(Executor threads) {
        return new Lanes(new Shared(threads, pool.most), FIRST, surroundings);
    }

    /** Returns the largest number of tasks at once. */
    public int most() {
        return pool.most;
    }

    /** Returns how many tasks more could run now. */
    public int free() {
        return Math.max(0, pool.most - pool.running());
    }

    /** @throws RejectedExecutionException if the threads have ended */
    @Override
    public void execute(Runnable task) {
        pool.execute(new Waiting(surroundings.around(task), turn));
    }

    private record Waiting(Runnable task, long turn) {}

    private abstract static class Pool {

        final int most;
        private final Executor threads;

        Pool(Executor threads, int most) {
            this.threads = threads;
            this.most = most;
        }

        void execute(Waiting arrived) {
            if (!begins(arrived)) {
                return;
            }
            try {
                threads.execute(() -> run(arrived));
            } catch (RejectedExecutionException e) {
                ended(arrived.turn());
                throw e;
            }
        }

        private void run(Waiting first) {
            for (Waiting next = first; next != null; next = nextAfter(next.turn())) {
                try {
                    next.task().run();
                } catch (RuntimeException | Error e) {
                    // As in a pool, the lane continues.
                    Thread thread = Thread.currentThread();
                    thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
                }
                // An interrupt was for the task that has ended.
                Thread.interrupted();
            }
        }

        /** Takes a lane for a task, or lets it wait and returns false. */
        abstract boolean begins(Waiting arrived);

        /** Gives the lane of a task with this turn back. */
        abstract void ended(long turn);

        /** Returns the number of tasks that run. */
        abstract int running();

        /** Passes the lane of a task with this turn on to a task that waits; or gives it back and returns null. */
        abstract Waiting nextAfter(long turn);
    }

    private static final class InTurn extends Pool {

        // Guarded by this
        private final Queue<Arrival> waiting =
                new PriorityQueue<>(Comparator.comparingLong(Arrival::turn).thenComparingLong(Arrival::number));
        private long arrivals;
        private int running;

        private record Arrival(Waiting task, long number) {
            long turn() {
                return task.turn();
            }
        }

        InTurn(Executor threads, int most) {
            super(threads, most);
        }

        @Override
        synchronized boolean begins(Waiting arrived) {
            if (running == most) {
                waiting.add(new Arrival(arrived, arrivals++));
                return false;
            }
            running++;
            return true;
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
            Arrival next = waiting.poll();
            if (next == null) {
                running--;
            }
            return next == null ? null : next.task();
        }
    }

    private static final class Shared extends Pool {

        // Guarded by this
        private final List<Waiting> waiting = new ArrayList<>();
        private final Map<Long, Integer> runningByTurn = new HashMap<>();
        private int running;

        Shared(Executor threads, int most) {
            super(threads, most);
        }

        @Override
        synchronized boolean begins(Waiting arrived) {
            if (!mayBegin(arrived)) {
                waiting.add(arrived);
                return false;
            }
            begun(arrived);
            return true;
        }

        private boolean mayBegin(Waiting task) {
            return running < most || running(task) == 0;
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
                    .min(Comparator.comparingInt(this::running))
                    .orElse(null);
            if (next != null) {
                waiting.remove(next);
                begun(next);
            }
            return next;
        }
    }
}
