// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * The threads and the clock that uploads share. Thread-safe; whoever made the executors ends them.
 *
 * @param lanes run what blocks: reading a source, waiting for an answer
 * @param aside runs what may block for long beside the lanes, on as many threads as it takes
 * @param timer starts retries and ends what stands still; nothing blocks on it
 * @param clock never goes back, like {@link System#nanoTime}, in nanoseconds
 */
public record Workers(Executor lanes, Executor aside, ScheduledExecutorService timer, LongSupplier clock) {

    /** Returns the time, in nanoseconds from no particular moment. */
    public long nanoTime() {
        return clock.getAsLong();
    }

    /** Returns what ends things that stand still. */
    public StallDetector stallDetector() {
        return new StallDetector(timer, clock);
    }
}
