// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Notices when something that should move does not. Thread-safe; nothing blocks on its timer. */
public final class StallDetector {

    private final ScheduledExecutorService timer;
    private final LongSupplier nanoTime;

    /** @param nanoTime never goes back, like {@link System#nanoTime} */
    public StallDetector(ScheduledExecutorService timer, LongSupplier nanoTime) {
        this.timer = timer;
        this.nanoTime = nanoTime;
    }

    /**
     * Watches until closed.
     *
     * @param patience for how long nothing may move; zero for ever
     * @param giveUp is run once, on the timer, when nothing moved for so long; must not block
     */
    public Watch watch(Duration patience, Runnable giveUp) {
        Watch watch = new Watch(patience.toNanos(), giveUp);
        if (!patience.isZero()) {
            watch.lookAgainIn(patience.toNanos());
        }
        return watch;
    }

    /** One thing that is watched. Moved and closed by whoever does it. */
    public final class Watch implements AutoCloseable {
        private final long patience;
        private volatile long lastMoved = nanoTime.getAsLong();
        private volatile boolean paused;
        private boolean stalled;

        // Guarded by this; null once it is over
        private Runnable giveUp;
        private Future<?> nextLook;

        private Watch(long patience, Runnable giveUp) {
            this.patience = patience;
            this.giveUp = giveUp;
        }

        /** Something moved. */
        public void moved() {
            lastMoved = nanoTime.getAsLong();
        }

        /** From now on it may take as long as it likes. */
        public void pause() {
            paused = true;
        }

        /** From now on it has to move again. */
        public void resume() {
            lastMoved = nanoTime.getAsLong();
            paused = false;
        }

        /** Whether it was given up. */
        public synchronized boolean isStalled() {
            return stalled;
        }

        /** Ends the watch; once this returned, it is not given up any more. */
        @Override
        public synchronized void close() {
            giveUp = null;
            if (nextLook != null) {
                nextLook.cancel(false);
            }
        }

        private synchronized void lookAgainIn(long nanos) {
            try {
                nextLook = timer.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // Everything ends.
            }
        }

        private synchronized void look() {
            if (giveUp == null) {
                return;
            }
            long left = paused ? patience : patience - (nanoTime.getAsLong() - lastMoved);
            if (left > 0) {
                lookAgainIn(left);
            } else {
                stalled = true;
                giveUp.run();
                giveUp = null;
            }
        }
    }
}
