// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.container.Container;
import io.github.camelapivideo.internal.container.Destination;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.part.ContentInspector.FirstBytes;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.plan.PartFingerprint;
import io.github.camelapivideo.internal.source.PartReader;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.source.RangedSource;
import io.github.camelapivideo.internal.source.Sources;
import io.github.camelapivideo.internal.source.WatchedContent;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import io.github.camelapivideo.internal.thread.Workers;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** One part of a video that somebody else has planned: read whole, then sent, unless the service has it. */
final class PartUpload implements ActiveCall {

    private final PartRequest request;
    private final PartSource source;
    private final Workers threads;
    private final long longest;
    private final PartReader reader;
    private final ApiCalls calls;
    private final UploadProgressMeter meter;
    private final PartSender sender;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<Video> result = new CompletableFuture<>();

    // Guarded by this
    private Throwable failure;
    private boolean reading = true;
    private boolean waitingForReading;

    PartUpload(PartRequest request, PartSource source, ApiCalls calls, PartBuffers buffers, Workers threads) {
        this.request = request;
        this.source = source;
        this.threads = threads;
        this.longest = request.longest(source, buffers);
        this.waitingForReading = source.isPrompt();
        this.reader = new PartReader(
                source, buffers, threads, request.uploadId(), request.sourceTimeout(), cancellation, this::stalled);
        this.calls = calls;
        this.meter = new UploadProgressMeter(request.asUpload(), request.length(), request.total(), threads.clock());
        // A message about a part may come twice, and to two nodes.
        this.sender = new PartSender(calls, cancellation, meter, request.fileName(), this::isThere);
    }

    /** Begins, on a lane; to be called once. */
    CompletableFuture<Video> start() {
        try {
            threads.lanes().execute(this::read);
        } catch (RejectedExecutionException e) {
            ended(null, e);
        }
        return result;
    }

    private void read() {
        reader.read(longest, read -> {
            PartContent content = read.content();
            if (content == null) {
                ended(null, read.problem() != null ? read.problem() : new SourceException("The part was not read"));
                return;
            }
            try {
                check(content);
                PartContent watched = new WatchedContent(content, threads, request.sourceTimeout(), this::stalled);
                checkBytes(watched);
                Exception refused = request.number() == 1 ? FirstBytes.inspected(watched, request.inspector()) : null;
                if (refused != null) {
                    content.release();
                    ended(null, refused);
                    return;
                }
                readingEnded();
                send(content);
            } catch (IOException | RuntimeException | Error e) {
                content.release();
                ended(null, e);
            }
        });
    }

    private synchronized void readingEnded() {
        reading = false;
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

    private void send(PartContent read) {
        PartContent content = new WatchedContent(read, threads, request.sourceTimeout(), this::held);
        // Another node may have created it just now.
        calls.isFresh(request.videoId());
        sent(new Part(request.number(), request.total(), content))
                .whenComplete((video, error) -> content.release())
                .thenCompose(video -> Container.describe(video, video, calls, cancellation))
                .whenComplete(this::ended);
    }

    private CompletableFuture<Video> sent(Part part) {
        String videoId = request.videoId();
        return calls.execute(VideoRequests.status(videoId), cancellation).thenCompose(status -> {
            if (!isThere(part, status)) {
                return sender.send(new Destination(videoId, null), part);
            }
            meter.passed(part.content().length());
            return CompletableFuture.completedFuture(Video.of(videoId));
        });
    }

    private boolean isThere(Part part, VideoStatus status) {
        return new PlannedVideo(request, part.content().length()).has(status);
    }

    /** Nothing is under way any more. */
    private void ended(Video video, Throwable problem) {
        Throwable first = first(problem);
        Sources.abandon(source, request.uploadId(), threads.aside());
        if (first == null) {
            result.complete(video);
        } else {
            result.completeExceptionally(first);
        }
    }

    private synchronized Throwable first(Throwable problem) {
        if (failure == null) {
            failure = Failures.cause(problem);
        }
        return failure;
    }

    // The lane is held while it sends, so that its reading goes on.
    private void held(SourceException problem) {
        readingAgain();
        stalled(problem);
    }

    private synchronized void readingAgain() {
        reading = true;
    }

    private void stalled(SourceException problem) {
        waitForReadingNoMore();
        stop(problem);
    }

    private synchronized void waitForReadingNoMore() {
        waitingForReading = false;
    }

    @Override
    public CompletableFuture<?> stop(Throwable reason) {
        // The reason comes first: what is cancelled now fails too.
        Throwable first = first(reason);
        cancellation.cancel();
        if (isHeldByItsSource()) {
            result.completeExceptionally(first);
        }
        return result;
    }

    private synchronized boolean isHeldByItsSource() {
        return reading && !waitingForReading;
    }

    @Override
    public CompletableFuture<?> giveUp() {
        return result;
    }
}
