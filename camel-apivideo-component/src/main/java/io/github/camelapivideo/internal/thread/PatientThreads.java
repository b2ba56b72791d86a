// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks that must not get lost on threads of which the machine may have no more: then the tasks wait, and are tried
 * again every second. Thread-safe; the creator shuts the timer down first, and then ends these threads.
 */
public final class PatientThreads implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(PatientThreads.class);
    private static final long PAUSE = 1;

    private final ExecutorService threads;
    private final ScheduledExecutorService timer;

    // Guarded by this
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean scheduled;

    /** @param timer needs no new thread itself */
    public PatientThreads(ExecutorService threads, ScheduledExecutorService timer) {
        this.threads = threads;
        this.timer = timer;
    }

    /** @throws RejectedExecutionException if the threads have ended */
    @Override
    public void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (OutOfMemoryError e) {
            if (waits(task)) {
                LOG.warn(
                        "The machine starts no more threads; what needs one is tried again every second: {}",
                        e.getMessage());
            }
        }
    }

    /**
     * Ends the threads, and then runs here what still waits for one: it finds that all has ended, and ends what it belongs to.
     *
     * @param shutdown shuts the threads down
     */
    public void end(Consumer<ExecutorService> shutdown) {
        shutdown.accept(threads);
        for (Runnable next = next(); next != null; next = next()) {
            runHere(next);
        }
    }

    private static void runHere(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("A task failed that had found no thread before the end", e);
        }
    }

    /** Returns true if the task is the first that waits. */
    private synchronized boolean waits(Runnable task) {
        boolean first = !scheduled;
        if (first) {
            timer.schedule(this::again, PAUSE, TimeUnit.SECONDS);
            scheduled = true;
        }
        waiting.add(task);
        return first;
    }

    private void again() {
        for (Runnable next = next(); next != null; next = next()) {
            try {
                threads.execute(next);
            } catch (OutOfMemoryError e) {
                waitsOn(next);
                return;
            } catch (RejectedExecutionException e) {
                // The threads have been shut down: all work ends.
                runHere(next);
            }
        }
    }

    private synchronized Runnable next() {
        Runnable next = waiting.poll();
        scheduled = next != null;
        return next;
    }

    private synchronized void waitsOn(Runnable task) {
        waiting.add(task);
        try {
            timer.schedule(this::again, PAUSE, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            // The timer has been shut down: the end of the threads runs the task.
        }
    }
}
