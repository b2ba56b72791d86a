// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * One container being filled. It moves in steps: look at the fingerprint, search, read the next part, open the
 * container, send a part, end. Each runs on a lane; when it is done, {@link UploadState} decides which may follow. So no
 * lock is held over I/O, and no lane waits for another. There are never more than {@code parallelism} parts being sent and
 * one read ahead.
 */
final class UploadSession implements UploadState.Steps, Running {

    private final UploadRequest request;
    private final PartSource source;
    private final PartBuffers buffers;
    private final Threads threads;
    private final Executor lanes;
    private final Abort abort = new Abort();
    private final UploadState state;
    private final UploadMeter meter;
    private final IdentifyingReader reader;
    private final Container container;
    private final PartSender sender;
    private final UploadEnd end;

    // Null before the fingerprint is known, and where there is no upload key.
    private volatile Resumption resumption;

    UploadSession(UploadRequest request, PartSource source, Remote remote, PartBuffers buffers, Threads threads) {
        this.request = request;
        this.source = source;
        this.threads = threads;
        this.lanes = threads.lanes();
        this.buffers = buffers;
        boolean resumable = request.target() instanceof Target.Resumable;
        PartPlan plan = checked(PartPlan.of(
                source, request.partSize(), request.parallelism(), request.requestsPerMinute(), buffers.capacity()));
        boolean shared = resumable || request.target() instanceof Target.Existing;
        this.state = new UploadState(plan, request.parallelism(), resumable, shared, source.isPrompt(), this);
        this.meter = new UploadMeter(request, length(), plan.totalParts());
        this.reader = new IdentifyingReader(
                source,
                buffers,
                new PartReader(
                        source, buffers, threads, request.uploadId(), request.sourceTimeout(), abort, this::stalled));
        this.container = new Container(request, new VideoCalls(remote, threads.retry()), abort);
        this.sender = new PartSender(remote, threads.retry(), abort, meter, request.fileName(), resumable);
        this.end = new UploadEnd(request.fileName(), container, meter);
    }

    /**
     * What the steps run on, and what happens between them.
     *
     * @param aside runs what may block for long beside the steps, on as many threads as it takes
     */
    record Threads(Executor lanes, Executor aside, Retry retry, Watchdog watchdog) {}

    private long length() {
        return source.length()
                .orElse(source.declaredLength()
                        .filter(DeclaredLength::isPromise)
                        .map(DeclaredLength::bytes)
                        .orElse(Mark.UNKNOWN));
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
            abort.abort();
        }
        advance();
    }

    @Override
    public void identify() {
        reader.identify(state.nextSize(), found -> {
            if (found.result() != null && request.target() instanceof Target.Resumable wanted) {
                resumption = resumption(wanted, found.result());
            }
            settle(state.identified(found.problem()));
            closeSource();
        });
    }

    private Resumption resumption(Target.Resumable wanted, Fingerprint fingerprint) {
        return new Resumption(
                wanted, request.partSize(), length(), fingerprint, sizes -> checked(PartPlan.of(source, sizes)));
    }

    @Override
    public void search() {
        container.find(resumption).whenComplete((found, error) -> {
            try {
                if (found instanceof Earlier.Partial partial) {
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
            return Beginning.inspected(watched, request.inspector());
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
