// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ActiveCall;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.container.Container;
import io.github.camelapivideo.internal.container.PriorUpload;
import io.github.camelapivideo.internal.container.PriorUpload.OpenContainer;
import io.github.camelapivideo.internal.container.UploadTarget.Destination;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.part.ContentInspector.FirstBytes;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.plan.PartFingerprint;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.plan.PartPlan.PartSizes;
import io.github.camelapivideo.internal.source.PartReader;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.source.RangedSource;
import io.github.camelapivideo.internal.source.Sources;
import io.github.camelapivideo.internal.source.WatchedContent;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Workers;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * One part of a video that was planned elsewhere: read whole, checked, and sent unless the service has it. It takes the
 * steps of an upload of one part. Thread-safe. Closes its source.
 */
public final class PartUpload implements UploadStep.Actions, ActiveCall {

    private final PartRequest request;
    private final PartSource source;
    private final Workers workers;
    private final long longest;
    private final ApiCalls calls;
    private final StepRunner steps;
    private final PartReader reader;
    private final UploadProgressMeter meter;
    private final PartSender sender;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<Video> result = new CompletableFuture<>();

    // In bytes; set when the part is read
    private volatile long length;

    // True if the service may have the part although no answer has said so.
    private volatile boolean doubted;

    public PartUpload(
            PartRequest request,
            PartSource source,
            ApiCalls calls,
            PartBuffers buffers,
            Workers workers,
            UploadProgressMeter meter) {
        this.request = request;
        this.source = source;
        this.workers = workers;
        this.longest = request.longest(source, buffers);
        this.calls = calls.toldTo(meter.waits());
        PartPlan onePart = new PartPlan(PartSizes.all(longest), 1);
        UploadState state = new UploadState(onePart, 1, false, false, source.isPrompt());
        Workers lane = workers.on(workers.lanes().continuing());
        this.steps = new StepRunner(state, this, lane, Sources.readers(source, lane));
        this.reader = new PartReader(
                source, buffers, workers, request.uploadId(), request.sourceTimeout(), cancellation, steps::stalled);
        this.meter = meter;
        // A message about a part may come twice, and to two nodes.
        this.sender = new PartSender(this.calls, cancellation, meter, request.fileName(), this::isThere);
    }

    /** Begins; to be called once. */
    public CompletableFuture<Video> start() {
        meter.begins(request.length() == 0 ? -1 : request.length(), request.total());
        steps.tell(UploadState::started);
        return result;
    }

    @Override
    public boolean fills(String videoId) {
        return videoId.equals(request.videoId());
    }

    @Override
    public CompletableFuture<Video> stop(Throwable reason) {
        steps.failed(reason);
        // The part may have arrived already: then only its description is not waited for.
        cancellation.cancel();
        return result;
    }

    @Override
    public CompletableFuture<Video> giveUp() {
        return result;
    }

    @Override
    public void read(int number, PartPlan plan) {
        reader.read(longest, reading -> {
            PartContent content = reading.content();
            Throwable problem = content == null ? reading.problem() : problemOf(content);
            steps.tell(state -> state.read(content, problem));
        });
    }

    private Throwable problemOf(PartContent content) {
        try {
            check(content);
            PartContent watched = new WatchedContent(content, workers, request.sourceTimeout(), steps::stalled);
            checkBytes(watched);
            length = content.length();
            return request.number() == 1 ? FirstBytes.inspected(watched, request.inspector()) : null;
        } catch (IOException | RuntimeException | Error e) {
            return e;
        }
    }

    private void check(PartContent content) {
        if (content.length() == 0) {
            throw new IllegalArgumentException(
                    "The body is empty: part " + request.number() + " has no bytes" + source.whenEmpty());
        }
        if (!content.last()) {
            throw new IllegalArgumentException("The body is longer than " + content.length()
                    + " bytes, which is all that part " + request.number() + " may have");
        }
        if (content.length() < request.length()) {
            throw new IllegalArgumentException("The body has only " + content.length() + " of the " + request.length()
                    + " bytes that part " + request.number() + " is to have");
        }
        if (request.length() != 0 && content.length() > request.length()) {
            throw new IllegalArgumentException("The body has " + content.length() + " bytes, but part "
                    + request.number() + " is planned with " + request.length() + ": where the body is the whole video,"
                    + " the header CamelApiVideoPartFrom is missing");
        }
    }

    private void checkBytes(PartContent content) throws IOException {
        PartFingerprint planned = request.fingerprint();
        if (planned == null) {
            return;
        }
        PartFingerprint found = source instanceof RangedSource ranged
                ? fingerprint(ranged, planned.wholeLength())
                : PartFingerprint.of(content, planned.wholeLength());
        if (!found.equals(planned)) {
            throw new IllegalArgumentException("The body of part " + request.number()
                    + " has other bytes than the plan was made for: it has changed since then, or is another. Plan its"
                    + " parts anew, for a new container");
        }
    }

    private PartFingerprint fingerprint(RangedSource ranged, long wholeLength) throws IOException {
        PartReader.Outcome<PartFingerprint> found =
                reader.watched(moved -> PartFingerprint.of(ranged, wholeLength, moved));
        if (found.result() == null) {
            throw found.problem() instanceof IOException problem
                    ? problem
                    : new SourceException("The part was not read");
        }
        return found.result();
    }

    @Override
    public void open(PartPlan plan) {
        String videoId = request.videoId();
        // Another node may have created it just now.
        calls.isFresh(videoId);
        calls.execute(VideoRequests.status(videoId), cancellation)
                .thenApply(status -> opened(plan, status))
                .whenComplete((opened, error) -> steps.tell(state -> state.opened(opened, error)));
    }

    private OpenContainer opened(PartPlan plan, VideoStatus status) {
        Destination destination = new Destination(request.videoId(), null);
        return isThere(length, status)
                ? new OpenContainer(destination, new PriorUpload.Partial(video(), plan, Set.of(1), 1))
                : OpenContainer.alone(destination);
    }

    private boolean isThere(Part part, VideoStatus status) {
        return isThere(part.content().length(), status);
    }

    private boolean isThere(long bytes, VideoStatus status) {
        return new PlannedVideo(request, bytes).has(status);
    }

    private Video video() {
        return Video.of(request.videoId());
    }

    @Override
    public void send(Part part, Destination destination) {
        Part planned = new Part(request.number(), request.total(), part.content());
        steps.send(planned, request.sourceTimeout(), sent -> begin(destination, sent), video -> {});
    }

    private CompletableFuture<Video> begin(Destination destination, Part part) {
        return sender.send(destination, part, failure -> doubted = true);
    }

    @Override
    public void drop(Part part) {
        meter.passed(part.content().length());
        part.content().release();
        steps.tell(state -> state.sent(video(), null));
    }

    @Override
    public void succeed(Video video) {
        meter.fate()
                .complete()
                .ifPresentOrElse(cancelled -> failed(mayHaveArrived(cancelled)), () -> Container.describe(
                                video, video, calls, cancellation)
                        .whenComplete((described, error) -> succeeded(error == null ? described : video)));
    }

    private void succeeded(Video video) {
        try {
            meter.partEnded(null);
        } finally {
            result.complete(video);
        }
    }

    @Override
    public void fail(Throwable failure) {
        boolean stopped = failure instanceof TimeoutException || failure instanceof CancellationException;
        failed(stopped && doubted ? mayHaveArrived(failure) : failure);
    }

    private Throwable mayHaveArrived(Throwable why) {
        String text =
                "Part " + request.number() + " of " + request.videoId() + " may have arrived: " + why.getMessage();
        return new UploadFailed(text, request.videoId(), 0, why);
    }

    private void failed(Throwable problem) {
        try {
            meter.partEnded(problem);
        } finally {
            result.completeExceptionally(problem);
        }
    }

    @Override
    public void cancelRunning() {
        cancellation.cancel();
    }

    @Override
    public void closeSource() {
        Sources.abandon(source, request.uploadId(), workers.aside());
    }
}
