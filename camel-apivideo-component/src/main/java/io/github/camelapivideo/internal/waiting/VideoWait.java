// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.waiting;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import io.github.camelapivideo.internal.thread.Gate;
import io.github.camelapivideo.internal.thread.NoMoreThreads;
import io.github.camelapivideo.internal.thread.Workers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One wait: polls, pauses without a thread, and ends once. A poll whose retries are used up does not end it; a refusal
 * does. Thread-safe.
 */
final class VideoWait {

    private final String videoId;
    private final WaitPlan plan;
    private final ApiCalls calls;
    private final Workers workers;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<VideoStatus> result = new CompletableFuture<>();
    private final long begin;

    // Written by one poll after another; the timeout reads it.
    private volatile WaitProgress progress;

    // Guarded by this; null while a poll is under way
    private Gate pause;
    private boolean woken;

    VideoWait(String videoId, WaitPlan plan, ApiCalls calls, Workers workers) {
        this.videoId = videoId;
        this.plan = plan;
        this.calls = calls;
        this.workers = workers;
        this.begin = workers.nanoTime();
        this.progress = WaitProgress.begin(videoId, plan.goal(), begin);
    }

    String videoId() {
        return videoId;
    }

    /** Begins with a poll on a lane; must be called once. */
    CompletableFuture<VideoStatus> start() {
        result.whenComplete((status, problem) -> cancellation.cancel());
        try {
            limit();
            workers.lanes().execute(this::poll);
        } catch (RejectedExecutionException e) {
            lost(e);
        }
        return result;
    }

    private void limit() {
        if (plan.timeout().isZero()) {
            return;
        }
        Future<?> timeout = workers.timer()
                .schedule(
                        () -> result.completeExceptionally(progress.late(plan.timeout(), workers.nanoTime())),
                        plan.timeout().toNanos(),
                        TimeUnit.NANOSECONDS);
        cancellation.onCancel(() -> timeout.cancel(false));
    }

    /** Ends the wait at once. The video stays. */
    void stop() {
        result.completeExceptionally(stopping());
    }

    private CancellationException stopping() {
        return new CancellationException(
                "the component is stopping; video " + videoId + " stays, and is not waited for any more");
    }

    private void lost(Throwable problem) {
        result.completeExceptionally(NoMoreThreads.in(problem, stopping()));
    }

    /** Ends the pause, or the one after the poll that is under way. */
    synchronized void wake() {
        if (pause == null) {
            woken = true;
        } else {
            pause.open();
        }
    }

    private void poll() {
        if (cancellation.isCancelled()) {
            return;
        }
        pausing(null);
        calls.execute(VideoRequests.status(videoId).countingAs(Budget.POLLS), cancellation)
                .whenComplete((status, problem) -> {
                    if (problem == null) {
                        answered(status);
                    } else {
                        failed(Failures.cause(problem));
                    }
                });
    }

    private void answered(VideoStatus status) {
        VideoStatus before = progress.last();
        progress = progress.read(status, workers.nanoTime());
        switch (plan.goal().verdict(before, status)) {
            case REACHED -> result.complete(status);
            case NEVER -> result.completeExceptionally(progress.never());
            case ONCE_MORE -> pause(Optional.of(plan.interval()));
            case NOT_YET -> pause(paced());
        }
    }

    private void failed(Throwable problem) {
        if (!(problem instanceof ApiVideoException failure)) {
            result.completeExceptionally(problem);
        } else if (RetryPolicy.mayPass(failure)) {
            progress = progress.failed(failure);
            pause(paced());
        } else {
            result.completeExceptionally(progress.refused(failure));
        }
    }

    private Optional<Duration> paced() {
        return plan.pause(progress.polls(), Duration.ofNanos(workers.nanoTime() - begin));
    }

    /** @param duration empty for a pause until the timeout */
    private void pause(Optional<Duration> duration) {
        Gate end = new Gate(cancellation);
        pausing(end);
        try {
            duration.ifPresent(time -> workers.timer().schedule(end::open, time.toNanos(), TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException e) {
            lost(e);
        }
        end.then(workers.lanes(), this::poll, this::lost);
    }

    private synchronized void pausing(Gate end) {
        pause = end;
        if (end != null && woken) {
            woken = false;
            end.open();
        }
    }
}
