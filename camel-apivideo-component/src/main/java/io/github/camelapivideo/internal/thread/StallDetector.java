// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Detects work that makes no progress. Thread-safe; nothing blocks on its timer. */
public final class StallDetector {

    private final ScheduledExecutorService timer;
    private final LongSupplier nanoTime;

    /** @param nanoTime a clock that never goes back, like {@link System#nanoTime} */
    public StallDetector(ScheduledExecutorService timer, LongSupplier nanoTime) {
        this.timer = timer;
        this.nanoTime = nanoTime;
    }

    /**
     * Starts a watch, which runs until it is closed.
     *
     * @param timeout the longest time without progress; zero for no limit
     * @param onStall runs once, on the timer, after that time without progress; must not block
     */
    public Watch watch(Duration timeout, Runnable onStall) {
        Watch watch = new Watch(timeout.toNanos(), onStall);
        if (!timeout.isZero()) {
            watch.checkIn(timeout.toNanos());
        }
        return watch;
    }

    /** One watched piece of work. The thread that does the work reports its progress and closes the watch. */
    public final class Watch implements AutoCloseable {
        private final long timeout;
        private volatile long lastMoved = nanoTime.getAsLong();
        private volatile boolean paused;
        private boolean stalled;

        // Guarded by this; null after the end of the watch
        private Runnable onStall;
        private Future<?> nextCheck;

        private Watch(long timeout, Runnable onStall) {
            this.timeout = timeout;
            this.onStall = onStall;
        }

        /** Records progress. */
        public void moved() {
            lastMoved = nanoTime.getAsLong();
        }

        /** Suspends the watch: from now on no progress is required. */
        public void pause() {
            paused = true;
        }

        /** Resumes the watch: the time without progress begins now. */
        public void resume() {
            lastMoved = nanoTime.getAsLong();
            paused = false;
        }

        /** Returns true if the work made no progress for too long. */
        public synchronized boolean isStalled() {
            return stalled;
        }

        /** Ends the watch. After the return, {@code onStall} does not run and is not running. */
        @Override
        public synchronized void close() {
            onStall = null;
            if (nextCheck != null) {
                nextCheck.cancel(false);
            }
        }

        private synchronized void checkIn(long nanos) {
            try {
                nextCheck = timer.schedule(this::check, nanos, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // The timer has been shut down: all work ends.
            }
        }

        private synchronized void check() {
            if (onStall == null) {
                return;
            }
            long left = paused ? timeout : timeout - (nanoTime.getAsLong() - lastMoved);
            if (left > 0) {
                checkIn(left);
            } else {
                stalled = true;
                onStall.run();
                onStall = null;
            }
        }
    }
}
