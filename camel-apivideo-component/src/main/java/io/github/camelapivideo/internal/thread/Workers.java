// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * The threads and the clock that uploads share. Thread-safe; the creator of the executors shuts them down.
 *
 * @param lanes run blocking work that ends soon: reading a file, waiting for an answer
 * @param aside runs work that may block for long, on as many threads as needed, so that no lane is held; later if the
 *     machine starts no more threads
 * @param timer starts retries and ends stalled work; nothing blocks on it, and it needs no more threads
 * @param clock nanoseconds that never go back, like {@link System#nanoTime}
 */
public record Workers(Lanes lanes, Executor aside, ScheduledExecutorService timer, LongSupplier clock) {

    /** Returns the time in nanoseconds since an arbitrary moment. */
    public long nanoTime() {
        return clock.getAsLong();
    }

    /** Returns the same with other lanes. */
    public Workers on(Lanes others) {
        return new Workers(others, aside, timer, clock);
    }

    /** Returns the same for the work of the caller's thread, whose surroundings it keeps. */
    public Workers forThisThread() {
        return in(Surroundings.ofThisThread());
    }

    /** Returns the same for work with these surroundings. */
    public Workers in(Surroundings surroundings) {
        return surroundings == Surroundings.NONE
                ? this
                : new Workers(lanes.in(surroundings), task -> aside.execute(surroundings.around(task)), timer, clock);
    }

    /** Returns a detector of stalled work. */
    public StallDetector stallDetector() {
        return new StallDetector(timer, clock);
    }
}
