// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.ActiveCall;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.container.Container;
import io.github.camelapivideo.internal.container.PriorUpload;
import io.github.camelapivideo.internal.container.ResumeSearch;
import io.github.camelapivideo.internal.container.UploadLabel;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.container.UploadTarget.Destination;
import io.github.camelapivideo.internal.part.ContentInspector.FirstBytes;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.plan.Fingerprint;
import io.github.camelapivideo.internal.plan.IdentifyingReader;
import io.github.camelapivideo.internal.plan.Parallelism;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.PartReader;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.source.Sources;
import io.github.camelapivideo.internal.source.WatchedContent;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Workers;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One upload into one container. Carries out the steps that {@link UploadState} decides: read the fingerprint, search, read
 * the next part, open the container, send a part, end. A step runs on a lane; its end is an event, after which the next
 * steps begin. At most {@code parallelism} parts are sent at once, and one is read ahead. Thread-safe. Closes its source.
 */
public final class UploadSession implements UploadStep.Actions, ActiveCall {

    private final UploadRequest request;
    private final PartSource source;
    private final PartBuffers buffers;
    private final Workers threads;
    private final long length;
    private final Cancellation cancellation = new Cancellation();
    private final UploadProgressMeter meter;
    private final IdentifyingReader reader;
    private final Container container;
    private final PartSender sender;
    private final UploadOutcome end;
    private final int totalParts;
    private final Parallelism parallelism;

    private final StepRunner steps;

    // Null before the fingerprint is known, and where there is no upload key.
    private volatile ResumeSearch resumption;

    /** Makes the state of an upload. */
    @FunctionalInterface
    interface States {
        UploadState begin(PartPlan plan, int parallelism, boolean resumable, boolean shared, boolean promptly);
    }

    /** @param meter counts the bytes and the requests of this upload */
    public UploadSession(
            UploadRequest request,
            PartSource source,
            ApiCalls calls,
            PartBuffers buffers,
            Workers threads,
            UploadProgressMeter meter) {
        this(request, source, calls, buffers, threads, meter, UploadState::new);
    }

    UploadSession(
            UploadRequest request,
            PartSource source,
            ApiCalls calls,
            PartBuffers buffers,
            Workers threads,
            UploadProgressMeter meter,
            States states) {
        this.request = request;
        this.source = source;
        this.threads = threads;
        this.buffers = buffers;
        this.length = source.promisedLength().orElse(UploadLabel.UNKNOWN);
        boolean resumable = request.target() instanceof UploadTarget.Resumable;
        this.parallelism = parallelism(calls, resumable);
        PartPlan plan = checked(PartPlan.of(
                source,
                request.partSize(),
                parallelism,
                request.requestsPerMinute(),
                buffers.forStream(parallelism.held())));
        boolean shared = resumable || request.target() instanceof UploadTarget.Existing;
        UploadState state = states.begin(plan, parallelism.begin(), resumable, shared, source.isPrompt());
        Workers lane = threads.on(threads.lanes().continuing());
        this.steps = new StepRunner(state, this, lane, Sources.readers(source, lane));
        this.meter = meter;
        this.totalParts = plan.totalParts();
        UploadWaits waits = meter.waits();
        ApiCalls observed = calls.toldTo(
                parallelism.isMeasured() ? new MeasuredLanes(parallelism, length, meter, steps, threads) : waits);
        this.reader = new IdentifyingReader(
                source,
                buffers,
                threads,
                request.uploadId(),
                request.sourceTimeout(),
                cancellation,
                waits.told(steps::stalled));
        this.container = new Container(request, observed, cancellation);
        this.sender = new PartSender(observed, cancellation, meter, request.fileName(), resumable);
        this.end = new UploadOutcome(request.fileName(), container, meter);
    }

    private Parallelism parallelism(ApiCalls calls, boolean resumable) {
        // Uploads with one key meet in one container only if they plan the same parts.
        if (request.parallelism() != Parallelism.AUTO || resumable) {
            return Parallelism.of(request.parallelism());
        }
        int requests = calls.uploadsLeft(request.requestsPerMinute());
        Parallelism.Left left = new Parallelism.Left(
                requests, threads.lanes().free(), threads.lanes().most(), buffers.left());
        return Parallelism.chosen(source, request.partSize(), left);
    }

    private PartPlan checked(PartPlan plan) {
        if (source.isBuffered()) {
            buffers.check(plan.sizes().largest());
        }
        return plan;
    }

    /** Begins; to be called once. */
    public CompletableFuture<UploadResult> start() {
        meter.begins(length, totalParts);
        meter.started(parallelism.most());
        steps.tell(UploadState::started);
        return end.result();
    }

    @Override
    public CompletableFuture<UploadResult> stop(Throwable reason) {
        steps.failed(reason);
        return end.result();
    }

    @Override
    public CompletableFuture<UploadResult> giveUp() {
        container.giveUp();
        return end.result();
    }

    @Override
    public boolean fills(String videoId) {
        return container.is(videoId);
    }

    @Override
    public void cancelRunning() {
        cancellation.cancel();
    }

    @Override
    public void identify(long firstPart) {
        reader.identify(firstPart, found -> {
            if (found.result() != null && request.target() instanceof UploadTarget.Resumable wanted) {
                resumption = resumption(wanted, found.result());
            }
            steps.tell(state -> state.identified(found.problem()));
        });
    }

    private ResumeSearch resumption(UploadTarget.Resumable wanted, Fingerprint fingerprint) {
        return new ResumeSearch(
                wanted, request.partSize(), length, fingerprint, sizes -> checked(PartPlan.of(source, sizes)));
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
                steps.tell(state -> state.searched(found, error));
            }
        });
    }

    @Override
    public void pass(long size) {
        PartReader.Reading reading = reader.pass(size);
        if (reading.content() != null) {
            meter.passed(reading.content().length());
        }
        steps.tell(state -> state.passed(reading.content(), reading.problem()));
    }

    @Override
    public void read(int number, PartPlan plan) {
        reader.read(plan.sizeOf(number), reading -> {
            PartContent content = reading.content();
            Throwable problem = content == null ? reading.problem() : check(content, number, plan);
            steps.tell(state -> state.read(content, problem));
        });
    }

    private Throwable check(PartContent content, int number, PartPlan plan) {
        if (content.length() == 0) {
            return new IllegalArgumentException("The body is empty: there is no video to upload" + source.whenEmpty());
        }
        if (number == 1) {
            PartContent watched = new WatchedContent(content, threads, request.sourceTimeout(), steps::stalled);
            return FirstBytes.inspected(watched, request.inspector());
        }
        return number > PartPlan.MAX_PARTS
                ? new IllegalArgumentException("partSize=" + plan.sizes() + ": the body is longer than "
                        + PartPlan.MAX_PARTS + " parts of it, which is all that the service allows")
                : null;
    }

    @Override
    public void open(PartPlan plan) {
        container.open(plan, resumption).whenComplete((opened, error) -> {
            try {
                if (error == null && opened.destination().isOpen()) {
                    meter.filling(opened.destination().videoId());
                }
            } finally {
                steps.tell(state -> state.opened(opened, error));
            }
        });
    }

    @Override
    public void send(Part part, Destination destination) {
        meter.totalIs(part.total());
        Function<Part, CompletableFuture<Video>> sending = destination.isOpen()
                ? sent -> sender.send(destination, sent, failure -> {})
                : sent -> container.createdBy(doubted -> sender.send(destination, sent, doubted));
        steps.send(part, request.sourceTimeout(), sending, video -> {
            if (!destination.isOpen()) {
                container.created(video);
                meter.filling(video.videoId());
            }
        });
    }

    @Override
    public void drop(Part part) {
        meter.passed(part.content().length());
        part.content().release();
        steps.tell(state -> state.sent(null, null));
    }

    @Override
    public void verify() {
        if (!meter.hasPassed()) {
            steps.tell(state -> state.verified(null));
            return;
        }
        container
                .verify(meter.bytes(), meter.parts())
                .whenComplete((done, error) -> steps.tell(state -> state.verified(error)));
    }

    @Override
    public void measure(UploadResult earlier) {
        container
                .measure(earlier.video().videoId(), meter.bytes())
                .whenComplete((done, error) -> steps.tell(state -> state.verified(error)));
    }

    @Override
    public void succeed(Video video) {
        end.succeed(video);
    }

    @Override
    public void recall(UploadResult earlier) {
        end.recall(earlier);
    }

    @Override
    public void fail(Throwable failure) {
        end.fail(failure);
    }

    @Override
    public void closeSource() {
        reader.close();
        Sources.abandon(source, request.uploadId(), threads.aside());
    }
}
