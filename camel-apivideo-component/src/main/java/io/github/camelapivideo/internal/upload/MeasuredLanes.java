// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.internal.call.ApiRequest;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.plan.Parallelism;
import io.github.camelapivideo.internal.thread.Lanes;
import io.github.camelapivideo.internal.thread.Workers;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Adds lanes to an upload while its measured rate grows, and takes them back. Looks at what was sent on the timer, from
 * the first answer to the end of the upload. Thread-safe.
 */
final class MeasuredLanes implements Observer {

    private static final long TICK = Duration.ofMillis(10).toNanos();
    private static final long TICK_AT_REST = Duration.ofMillis(500).toNanos();

    private final UploadProgressMeter meter;
    private final StepRunner steps;
    private final Workers threads;
    private final long length;

    // Guarded by this
    private final LaneCount count;
    private boolean begun;
    private boolean over;
    private Future<?> next;
    private int told;
    private long pause = TICK;

    /** @param length of the source in bytes; negative if it is not known */
    MeasuredLanes(Parallelism parallelism, long length, UploadProgressMeter meter, StepRunner steps, Workers threads) {
        this.count = new LaneCount(parallelism.begin(), parallelism.most());
        this.length = length;
        this.told = parallelism.begin();
        this.meter = meter;
        this.steps = steps;
        this.threads = threads;
        meter.whenOver(this::stop);
    }

    @Override
    public void requestEnded(ApiRequest request, int failures, Throwable problem, long nanos) {
        meter.waits().requestEnded(request, failures, problem, nanos);
        boolean isPart = request.body() instanceof RequestBody.File;
        synchronized (this) {
            if (isPart) {
                count.ended(problem instanceof Unreachable, threads.nanoTime());
            } else if (problem == null && !begun) {
                count.roundTrip(nanos);
            }
            if (problem == null && !begun && !over) {
                begun = true;
                meter.rate().countSince(count.since(), count.partsSince());
                tickLater(TICK);
            }
        }
    }

    private void tickLater(long delay) {
        try {
            next = threads.timer().schedule(this::tick, delay, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The component has stopped, and the upload with it.
        }
    }

    private synchronized void tick() {
        if (!over) {
            tickLater(look());
        }
    }

    private synchronized void stop() {
        over = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    private long look() {
        Lanes lanes = threads.lanes();
        long left = length < 0 ? Long.MAX_VALUE : length - meter.bytes();
        int now = count.at(
                threads.nanoTime(), left, meter.rate().sent(), steps.sending(), lanes.free() - lanes.most() / 3);
        meter.rate().countSince(count.since(), count.partsSince());
        if (now != told) {
            told = now;
            pause = TICK;
            // One change may overtake another on its way: whichever comes last tells the last number.
            threads.aside().execute(() -> steps.tell(state -> state.lanes(told())));
        }
        // A slow source may never give all lanes a part.
        pause = count.isMeasuring() ? TICK : Math.min(TICK_AT_REST, pause + TICK);
        return pause;
    }

    private synchronized int told() {
        return told;
    }

    @Override
    public void retrying(ApiRequest request, int failures, Duration delay, Throwable problem) {
        meter.waits().retrying(request, failures, delay, problem);
    }

    @Override
    public void throttled(ApiRequest request, Duration expected) {
        meter.waits().throttled(request, expected);
    }

    @Override
    public void throttleEnded(ApiRequest request, Duration waited) {
        meter.waits().throttleEnded(request, waited);
    }
}
