// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.Video;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One container being filled. It moves in steps: read the next part, open the container, send a part, end. Each runs on
 * a lane; when it is done, {@link UploadState} decides which may follow. So no lock is held over I/O, and no lane waits
 * for another. There are never more than {@code parallelism} parts being sent and one read ahead.
 */
final class UploadSession implements UploadState.Steps {

    private static final Logger LOG = LoggerFactory.getLogger(UploadSession.class);

    private final UploadRequest request;
    private final PartSource source;
    private final PartPlan plan;
    private final PartBuffers buffers;
    private final Executor lanes;
    private final Abort abort = new Abort();
    private final UploadState state;
    private final UploadMeter meter;
    private final Container container;
    private final PartSender sender;
    private final CompletableFuture<UploadResult> result = new CompletableFuture<>();

    UploadSession(
            UploadRequest request, PartSource source, Remote remote, Executor lanes, PartBuffers buffers, Retry retry) {
        this.request = request;
        this.source = source;
        this.lanes = lanes;
        this.plan = PartPlan.of(
                source, request.partSize(), request.parallelism(), request.requestsPerMinute(), buffers.capacity());
        if (source.isBuffered()) {
            buffers.check(plan.partSize());
        }
        this.buffers = buffers;
        this.state = new UploadState(plan, request.parallelism(), this);
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
        for (Runnable step = state.next(); step != null; step = state.next()) {
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

    private void failed(Throwable problem) {
        settle(state.failed(problem));
    }

    /** The end of a step; the first failure ends everything else that is under way. */
    private void settle(boolean firstFailure) {
        if (firstFailure) {
            abort.abort();
        }
        advance();
    }

    @Override
    public void read() {
        if (source.isBuffered()) {
            awaitBuffer();
        } else {
            read(PartBuffers.Lease.NONE);
        }
    }

    private void awaitBuffer() {
        CompletableFuture<Void> free = new CompletableFuture<>();
        PartBuffers.Lease lease = buffers.lease(plan.partSize(), () -> free.complete(null));
        Abort.Registration registration = abort.onAbort(() -> free.complete(null));
        if (free.isDone()) {
            registration.close();
            read(lease);
            return;
        }
        // Who gives memory back goes on with its own work; ours is done on a lane.
        free.thenRunAsync(
                        () -> {
                            registration.close();
                            read(lease);
                        },
                        lanes)
                .exceptionally(problem -> {
                    took(null, problem, lease);
                    return null;
                });
    }

    private void read(PartBuffers.Lease lease) {
        PartContent content = null;
        Throwable problem = null;
        Abort.Registration interrupt = abort.onAbort(Thread.currentThread()::interrupt);
        try {
            if (!abort.isAborted()) {
                content = source.next(plan.partSize());
                problem = check(content);
            }
        } catch (IOException | RuntimeException | Error e) {
            problem = e;
        } finally {
            interrupt.close();
            if (abort.isAborted()) {
                // The interrupt was for the source, not for the next user of this thread.
                Thread.interrupted();
            }
        }
        took(content, problem, lease);
    }

    private void took(PartContent content, Throwable problem, PartBuffers.Lease lease) {
        if (content == null) {
            lease.close();
        }
        settle(state.read(content == null ? null : new LeasedContent(content, lease), problem));
        closeSource();
    }

    private Throwable check(PartContent content) {
        if (content.length() == 0) {
            return new IllegalArgumentException("The body is empty: there is no video to upload");
        }
        return state.nextNumber() > PartPlan.MAX_PARTS
                ? new IllegalArgumentException("partSize=" + plan.partSize() + ": the body is longer than "
                        + PartPlan.MAX_PARTS + " parts of it, which is all that the service allows")
                : null;
    }

    @Override
    public void open() {
        container.open().whenComplete((opened, error) -> {
            if (error == null && opened.isOpen()) {
                meter.filling(opened.videoId());
            }
            settle(state.opened(opened, error));
        });
    }

    @Override
    public void send(Part part, Destination destination) {
        meter.totalIs(part.total());
        sender.send(destination, part).whenComplete((video, error) -> {
            part.content().release();
            if (error == null && !destination.isOpen()) {
                container.created(video.videoId());
                meter.filling(video.videoId());
            }
            settle(state.sent(video, error));
        });
    }

    @Override
    public void succeed(Video video) {
        closeSource();
        UploadResult done = new UploadResult(video, meter.bytes(), meter.parts());
        LOG.info(
                "'{}' is video {}: {} bytes in {} parts, {} ms",
                request.fileName(),
                video.videoId(),
                done.bytes(),
                done.parts(),
                meter.elapsed().toMillis());
        try {
            meter.ended(UploadProgress.State.COMPLETED);
        } finally {
            result.complete(done);
        }
    }

    @Override
    public void fail(Throwable failure) {
        closeSource();
        container.abandon(failure, meter.parts()).whenComplete((explained, error) -> {
            try {
                meter.ended(UploadProgress.State.FAILED);
            } finally {
                result.completeExceptionally(error != null ? error : explained);
            }
        });
    }

    /** Closes the source once the upload has ended and nobody reads any more; a read that blocks is not waited for. */
    private void closeSource() {
        if (state.mayClose()) {
            Sources.close(source, request.uploadId());
        }
    }
}
