// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs a limited number of tasks at once, in the order of their arrival. Thread-safe. */
final class BoundedLanes implements Executor {

    private final Executor threads;
    private final int most;

    // Guarded by this
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    BoundedLanes(Executor threads, int most) {
        this.threads = threads;
        this.most = most;
    }

    @Override
    public void execute(Runnable task) {
        if (!begins(task)) {
            return;
        }
        try {
            threads.execute(() -> run(task));
        } catch (RejectedExecutionException e) {
            ended();
            throw e;
        }
    }

    private synchronized boolean begins(Runnable task) {
        if (running == most) {
            waiting.add(task);
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
        }
    }

    private synchronized Runnable next() {
        Runnable task = waiting.poll();
        if (task == null) {
            running--;
        }
        return task;
    }
}
