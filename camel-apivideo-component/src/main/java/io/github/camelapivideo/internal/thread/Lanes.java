// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs a limited number of tasks at once: those with the lowest turn first, and tasks with the same turn in the order of
 * their arrival. So an upload that began earlier ends earlier, and short calls do not wait for uploads. Thread-safe.
 */
public final class Lanes implements Executor {

    /** The turn of tasks that come before those of all uploads. */
    public static final long FIRST = 0;

    private final Pool pool;
    private final long turn;

    /**
     * @param threads run the tasks
     * @param most the largest number of tasks at once
     */
    public Lanes(Executor threads, int most) {
        this(new Pool(threads, most), FIRST);
    }

    private Lanes(Pool pool, long turn) {
        this.pool = pool;
        this.turn = turn;
    }

    /** Returns the same lanes for tasks with this turn. */
    public Lanes withTurn(long other) {
        return new Lanes(pool, other);
    }

    /** @throws RejectedExecutionException if the threads have ended */
    @Override
    public void execute(Runnable task) {
        pool.execute(task, turn);
    }

    private static final class Pool {

        private final Executor threads;
        private final int most;

        // Guarded by this
        private final Queue<Waiting> waiting =
                new PriorityQueue<>(Comparator.comparingLong(Waiting::turn).thenComparingLong(Waiting::arrival));
        private long arrivals;
        private int running;

        private record Waiting(Runnable task, long turn, long arrival) {}

        Pool(Executor threads, int most) {
            this.threads = threads;
            this.most = most;
        }

        void execute(Runnable task, long turn) {
            if (!begins(task, turn)) {
                return;
            }
            try {
                threads.execute(() -> run(task));
            } catch (RejectedExecutionException e) {
                ended();
                throw e;
            }
        }

        private synchronized boolean begins(Runnable task, long turn) {
            if (running == most) {
                waiting.add(new Waiting(task, turn, arrivals++));
                return false;
            }
            running++;
            return true;
        }

        private synchronized void ended() {
            running--;
        }

        private void run(Runnable first) {
            for (Runnable task = first; task != null; task = next()) {
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
        }

        private synchronized Runnable next() {
            Waiting next = waiting.poll();
            if (next == null) {
                running--;
            }
            return next == null ? null : next.task();
        }
    }
}
