// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.Cancellation;
import io.github.camelapivideo.internal.call.SourceException;
import io.github.camelapivideo.internal.call.Workers;
import io.github.camelapivideo.internal.container.AccountGateway;
import io.github.camelapivideo.internal.container.Container;
import io.github.camelapivideo.internal.container.Destination;
import io.github.camelapivideo.internal.container.PriorUpload;
import io.github.camelapivideo.internal.container.ResumeSearch;
import io.github.camelapivideo.internal.container.UploadLabel;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.container.VideoCalls;
import io.github.camelapivideo.internal.part.FirstBytes;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.plan.Fingerprint;
import io.github.camelapivideo.internal.plan.IdentifyingReader;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.DeclaredLength;
import io.github.camelapivideo.internal.source.PartReader;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.source.Sources;
import io.github.camelapivideo.internal.source.WatchedContent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * One container being filled. It moves in steps: look at the fingerprint, search, read the next part, open the
 * container, send a part, end. Each runs on a lane; when it is done, {@link UploadState} decides which may follow. So no
 * lock is held over I/O, and no lane waits for another. There are never more than {@code parallelism} parts being sent and
 * one read ahead.
 */
final class UploadSession implements UploadState.Steps, ActiveCall {

    private final UploadRequest request;
    private final PartSource source;
    private final PartBuffers buffers;
    private final Workers threads;
    private final Executor lanes;
    private final Cancellation cancellation = new Cancellation();
    private final UploadState state;
    private final UploadProgressMeter meter;
    private final IdentifyingReader reader;
    private final Container container;
    private final PartSender sender;
    private final UploadOutcome end;

    // Null before the fingerprint is known, and where there is no upload key.
    private volatile ResumeSearch resumption;

    UploadSession(
            UploadRequest request, PartSource source, AccountGateway remote, PartBuffers buffers, Workers threads) {
        this.request = request;
        this.source = source;
        this.threads = threads;
        this.lanes = threads.lanes();
        this.buffers = buffers;
        boolean resumable = request.target() instanceof UploadTarget.Resumable;
        PartPlan plan = checked(PartPlan.of(
                source, request.partSize(), request.parallelism(), request.requestsPerMinute(), buffers.capacity()));
        boolean shared = resumable || request.target() instanceof UploadTarget.Existing;
        this.state = new UploadState(plan, request.parallelism(), resumable, shared, source.isPrompt(), this);
        this.meter = new UploadProgressMeter(request, length(), plan.totalParts());
        this.reader = new IdentifyingReader(
                source,
                buffers,
                new PartReader(
                        source,
                        buffers,
                        threads,
                        request.uploadId(),
                        request.sourceTimeout(),
                        cancellation,
                        this::stalled));
        this.container = new Container(request, new VideoCalls(remote, threads.retrier()), cancellation);
        this.sender = new PartSender(remote, threads.retrier(), cancellation, meter, request.fileName(), resumable);
        this.end = new UploadOutcome(request.fileName(), container, meter);
    }

    private long length() {
        return source.length()
                .orElse(source.declaredLength()
                        .filter(DeclaredLength::isPromise)
                        .map(DeclaredLength::bytes)
                        .orElse(UploadLabel.UNKNOWN));
    }

    private PartPlan checked(PartPlan plan) {
        if (source.isBuffered()) {
            buffers.check(plan.sizes().largest());
        }
        return plan;
    }

    /** Begins; to be called once. */
    CompletableFuture<UploadResult> start() {
        advance();
        return end.result();
    }

    @Override
    public CompletableFuture<UploadResult> stop(Throwable reason) {
        failed(reason);
        return end.result();
    }

    @Override
    public CompletableFuture<UploadResult> giveUp() {
        container.giveUp();
        return end.result();
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

    private void stalled(SourceException problem) {
        settle(state.stalled(problem));
    }

    /** The end of a step; the first failure ends everything else that is under way. */
    private void settle(boolean firstFailure) {
        if (firstFailure) {
            cancellation.cancel();
        }
        advance();
    }

    @Override
    public void identify() {
        reader.identify(state.nextSize(), found -> {
            if (found.result() != null && request.target() instanceof UploadTarget.Resumable wanted) {
                resumption = resumption(wanted, found.result());
            }
            settle(state.identified(found.problem()));
            closeSource();
        });
    }

    private ResumeSearch resumption(UploadTarget.Resumable wanted, Fingerprint fingerprint) {
        return new ResumeSearch(
                wanted, request.partSize(), length(), fingerprint, sizes -> checked(PartPlan.of(source, sizes)));
    }

    @Override
    public void search() {
        container.find(resumption).whenComplete((found, error) -> {
            try {
                if (found instanceof PriorUpload.Partial partial) {
                    meter.totalIs(partial.plan().totalParts());
                    meter.filling(partial.video().videoId());
                }
            } finally {
                settle(state.searched(found, error));
            }
        });
    }

    @Override
    public void pass() {
        PartReader.Reading reading = reader.pass(state.nextSize());
        if (reading.content() != null) {
            meter.passed(reading.content().length());
        }
        settle(state.passed(reading.content(), reading.problem()));
        closeSource();
    }

    @Override
    public void read() {
        reader.read(state.nextSize(), reading -> {
            Throwable problem = reading.content() == null ? reading.problem() : check(reading.content());
            settle(state.read(reading.content(), problem));
            closeSource();
        });
    }

    private Throwable check(PartContent content) {
        if (content.length() == 0) {
            return new IllegalArgumentException("The body is empty: there is no video to upload" + source.whenEmpty());
        }
        if (state.nextNumber() == 1) {
            PartContent watched = new WatchedContent(content, threads, request.sourceTimeout(), this::stalled);
            return FirstBytes.inspected(watched, request.inspector());
        }
        return state.nextNumber() > PartPlan.MAX_PARTS
                ? new IllegalArgumentException("partSize=" + state.plan().sizes() + ": the body is longer than "
                        + PartPlan.MAX_PARTS + " parts of it, which is all that the service allows")
                : null;
    }

    @Override
    public void open() {
        container.open(state.plan(), resumption).whenComplete((opened, error) -> {
            try {
                if (error == null && opened.destination().isOpen()) {
                    meter.filling(opened.destination().videoId());
                }
            } finally {
                settle(state.opened(opened, error));
            }
        });
    }

    @Override
    public void send(Part part, Destination destination) {
        meter.totalIs(part.total());
        WatchedContent content = new WatchedContent(
                part.content(), threads, request.sourceTimeout(), problem -> settle(state.held(problem)));
        sender.send(destination, part.with(content)).whenComplete((video, error) -> {
            if (content.isStalled()) {
                content.release();
                state.letGo();
                closeSource();
                return;
            }
            try {
                content.release();
                if (error == null && !destination.isOpen()) {
                    container.created(video);
                    meter.filling(video.videoId());
                }
            } finally {
                settle(state.sent(video, error));
            }
        });
    }

    @Override
    public void drop(Part part) {
        meter.passed(part.content().length());
        part.content().release();
        settle(state.sent(null, null));
    }

    @Override
    public void verify() {
        if (!meter.hasPassed()) {
            settle(state.verified(null));
            return;
        }
        container.verify(meter.bytes(), meter.parts()).whenComplete((done, error) -> settle(state.verified(error)));
    }

    @Override
    public void measure(UploadResult earlier) {
        container
                .measure(earlier.video().videoId(), meter.bytes())
                .whenComplete((done, error) -> settle(state.verified(error)));
    }

    @Override
    public void succeed(Video video) {
        closeSource();
        end.succeed(video);
    }

    @Override
    public void recall(UploadResult earlier) {
        closeSource();
        end.recall(earlier);
    }

    @Override
    public void fail(Throwable failure) {
        closeSource();
        end.fail(failure);
    }

    /** Closes the source once the upload has ended and nobody reads any more. */
    private void closeSource() {
        if (state.mayClose()) {
            reader.close();
            Sources.abandon(source, request.uploadId(), threads.aside());
        }
    }
}
