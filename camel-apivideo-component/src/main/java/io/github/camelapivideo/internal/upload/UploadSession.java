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
        PartContent content = null;
        Throwable problem = null;
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
        if (problem != null) {
            failed(problem);
        }
        if (!took(content)) {
            closeSource();
        }
        advance();
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

    /** Whether the session goes on with what was read; if not, the source is nobody's any more. */
    private synchronized boolean took(PartContent content) {
        reading = false;
        if (failure == null) {
            exhausted = content.last();
            ready = new Part(nextNumber, plan.totalFor(nextNumber, content), content);
            nextNumber++;
            return true;
        }
        if (content != null) {
            content.release();
        }
        return !ended;
    }

    private void open() {
        container.open().whenComplete((opened, error) -> {
            synchronized (this) {
                opening = false;
                destination = opened;
            }
            if (error != null) {
                failed(error);
            } else if (opened.isOpen()) {
                meter.filling(opened.videoId());
            }
            advance();
        });
    }

    private void send(Part part) {
        meter.totalIs(part.total());
        sender.send(destination(), part).whenComplete((video, error) -> {
            part.content().release();
            synchronized (this) {
                sending--;
            }
            if (error != null) {
                failed(error);
            } else {
                accepted(video);
            }
            advance();
        });
    }

    private void accepted(Video video) {
        if (video == null) {
            return;
        }
        boolean created;
        synchronized (this) {
            latest = video;
            created = !destination.isOpen();
            if (created) {
                destination = destination.in(video.videoId());
            }
        }
        if (created) {
            container.created(video.videoId());
            meter.filling(video.videoId());
        }
    }

    private synchronized Destination destination() {
        return destination;
    }

    /** Remembers the first failure and ends everything that is under way. */
    private void failed(Throwable problem) {
        Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
        synchronized (this) {
            if (failure != null || ended) {
                return;
            }
            failure = cause;
        }
        abort.abort();
        advance();
    }

    private void succeed() {
        closeSource();
        meter.ended(UploadProgress.State.COMPLETED);
        UploadResult done = new UploadResult(latest(), meter.bytes(), meter.parts());
        LOG.info(
                "'{}' is video {}: {} bytes in {} parts, {} ms",
                request.fileName(),
                done.video().videoId(),
                done.bytes(),
                done.parts(),
                meter.elapsed().toMillis());
        result.complete(done);
    }

    private void fail() {
        releaseReady();
        if (!isReading()) {
            closeSource();
        }
        container.abandon(failure(), meter.parts()).whenComplete((explained, error) -> {
            meter.ended(UploadProgress.State.FAILED);
            result.completeExceptionally(error != null ? error : explained);
        });
    }

    private synchronized Video latest() {
        return latest;
    }

    private synchronized Throwable failure() {
        return failure;
    }

    private synchronized boolean isReading() {
        return reading;
    }

    private synchronized void releaseReady() {
        if (ready != null) {
            ready.content().release();
            ready = null;
        }
    }

    private void closeSource() {
        Sources.close(source, request.uploadId());
    }
}
