// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.Video;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One container being filled; owner of all the state of one upload.
 *
 * <p>It moves in steps: read the next part, open the container, send a part, end. Each step runs on a lane; when it is
 * done, {@link #advance()} decides under the lock which steps may follow, and starts them outside. So no lock is held
 * over I/O, and no lane waits for another. There are never more than {@code parallelism} parts being sent and one read
 * ahead.
 */
final class UploadSession {

    private static final Logger LOG = LoggerFactory.getLogger(UploadSession.class);

    private final UploadRequest request;
    private final PartSource source;
    private final PartPlan plan;
    private final Executor lanes;
    private final Container container;
    private final PartSender sender;
    private final UploadMeter meter;
    private final Abort abort;
    private final CompletableFuture<UploadResult> result = new CompletableFuture<>();

    // Guarded by this
    private Destination destination;
    private Part ready;
    private Video latest;
    private Throwable failure;
    private int nextNumber = 1;
    private int sending;
    private boolean opening;
    private boolean reading;
    private boolean exhausted;
    private boolean ended;
    private boolean closed;

    UploadSession(UploadRequest request, PartSource source, Remote remote, Executor lanes, Retry retry) {
        this.request = request;
        this.source = source;
        this.lanes = lanes;
        this.plan = PartPlan.of(source, request.partSize(), request.parallelism(), request.requestsPerMinute());
        this.abort = new Abort();
        this.meter = new UploadMeter(request, source.length().orElse(-1), plan.totalParts());
        this.container = new Container(request, remote, retry, abort);
        this.sender = new PartSender(remote, retry, abort, meter, request.fileName());
    }

    /** Begins; to be called once. */
    CompletableFuture<UploadResult> start() {
        advance();
        return result;
    }

    /** Ends the upload before it is complete; the result follows when everything under way has ended. */
    CompletableFuture<UploadResult> stop(Throwable reason) {
        failed(reason);
        return result;
    }

    /** Ends the cleaning up after it, too. */
    CompletableFuture<UploadResult> giveUp() {
        container.giveUp();
        return result;
    }

    private void advance() {
        for (Runnable step = nextStep(); step != null; step = nextStep()) {
            execute(step);
        }
    }

    private void execute(Runnable step) {
        try {
            lanes.execute(() -> guarded(step));
        } catch (RejectedExecutionException e) {
            // The lanes are gone: whatever is left to do is done here.
            failed(e);
            guarded(step);
        }
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private synchronized Runnable nextStep() {
        if (ended) {
            return null;
        }
        if (failure != null) {
            return nextStepOfFailure();
        }
        if (ready != null) {
            Runnable step = nextStepFor(ready);
            if (step != null) {
                return step;
            }
        }
        if (ready == null && !reading && !exhausted) {
            reading = true;
            return this::read;
        }
        if (ready == null && exhausted && sending == 0) {
            ended = true;
            return this::succeed;
        }
        return null;
    }

    private Runnable nextStepOfFailure() {
        if (sending > 0 || opening) {
            return null;
        }
        ended = true;
        return this::fail;
    }

    private Runnable nextStepFor(Part part) {
        if (opening) {
            return null;
        }
        if (destination == null) {
            opening = true;
            return this::open;
        }
        if (!maySend(part)) {
            return null;
        }
        ready = null;
        sending++;
        return () -> send(part);
    }

    private boolean maySend(Part part) {
        if (sending == request.parallelism()) {
            return false;
        }
        // A delegated upload has no container before the answer to its first part.
        boolean containerFirst = !destination.isOpen() && part.number() > 1;
        // Who learns the total from the last part takes the video for complete: the others have to be there.
        boolean lastOfUnknown = plan.totalParts() == Part.UNKNOWN && part.isLast() && sending > 0;
        return !containerFirst && !lastOfUnknown;
    }

    private void read() {
        Throwable problem = null;
        PartContent content = null;
        Abort.Registration interrupt = abort.onAbort(Thread.currentThread()::interrupt);
        try {
            content = source.next(plan.partSize());
            problem = check(content);
        } catch (IOException | RuntimeException | Error e) {
            problem = e;
        } finally {
            interrupt.close();
            if (abort.isAborted()) {
                // The interrupt was for the source, not for the next user of this thread.
                Thread.interrupted();
            }
        }
        take(content, problem);
    }

    private void take(PartContent content, Throwable problem) {
        settle(problem, () -> {
            reading = false;
            if (failure == null && problem == null) {
                exhausted = content.last();
                ready = new Part(nextNumber, plan.totalFor(nextNumber, content), content);
                nextNumber++;
            } else if (content != null) {
                content.release();
            }
        });
        closeSource();
    }

    private Throwable check(PartContent content) {
        if (content.length() == 0) {
            return new IllegalArgumentException("The body is empty: there is no video to upload");
        }
        return nextNumber > PartPlan.MAX_PARTS
                ? new IllegalArgumentException("partSize=" + plan.partSize() + ": the body is longer than "
                        + PartPlan.MAX_PARTS + " parts of it, which is all that the service allows")
                : null;
    }

    private void open() {
        container.open().whenComplete((opened, error) -> {
            if (error == null && opened.isOpen()) {
                meter.filling(opened.videoId());
            }
            settle(error, () -> {
                opening = false;
                destination = opened;
            });
        });
    }

    private void send(Part part) {
        meter.totalIs(part.total());
        sender.send(destination(), part).whenComplete((video, error) -> {
            part.content().release();
            if (error == null) {
                learn(video);
            }
            settle(error, () -> sending--);
        });
    }

    private void learn(Video video) {
        boolean created;
        synchronized (this) {
            latest = latest == null || video.assets().player() != null ? video : latest;
            created = !destination.isOpen();
            destination = destination.in(video.videoId());
        }
        if (created) {
            container.created(video.videoId());
            meter.filling(video.videoId());
        }
    }

    private synchronized Destination destination() {
        return destination;
    }

    private void failed(Throwable problem) {
        settle(problem, () -> {});
    }

    /**
     * Ends a step. What it changed and how it failed become visible at once: a lane that saw only the one would take
     * an upload for complete whose last part has just failed.
     */
    private void settle(Throwable problem, Runnable change) {
        boolean firstFailure;
        synchronized (this) {
            change.run();
            firstFailure = problem != null && failure == null && !ended;
            if (firstFailure) {
                failure = problem instanceof CompletionException ? problem.getCause() : problem;
            }
        }
        if (firstFailure) {
            abort.abort();
        }
        advance();
    }

    private void succeed() {
        closeSource();
        UploadResult done = new UploadResult(latest(), meter.bytes(), meter.parts());
        LOG.info(
                "'{}' is video {}: {} bytes in {} parts, {} ms",
                request.fileName(),
                done.video().videoId(),
                done.bytes(),
                done.parts(),
                meter.elapsed().toMillis());
        try {
            meter.ended(UploadProgress.State.COMPLETED);
        } finally {
            result.complete(done);
        }
    }

    private void fail() {
        releaseReady();
        closeSource();
        container.abandon(failure(), meter.parts()).whenComplete((explained, error) -> {
            try {
                meter.ended(UploadProgress.State.FAILED);
            } finally {
                result.completeExceptionally(error != null ? error : explained);
            }
        });
    }

    private synchronized Video latest() {
        return latest;
    }

    private synchronized Throwable failure() {
        return failure;
    }

    private synchronized void releaseReady() {
        if (ready != null) {
            ready.content().release();
            ready = null;
        }
    }

    /** Closes the source once the upload has ended and nobody reads any more; a read that blocks is not waited for. */
    private void closeSource() {
        if (mayClose()) {
            Sources.close(source, request.uploadId());
        }
    }

    private synchronized boolean mayClose() {
        boolean may = ended && !reading && !closed;
        closed |= may;
        return may;
    }
}
