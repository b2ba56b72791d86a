// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.container.UploadTarget.Destination;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one part until the service has it: tries the part again, never the video. Thread-safe. */
final class PartSender {

    private static final Logger LOG = LoggerFactory.getLogger(PartSender.class);

    private static final String PART_ALREADY_SENT = "video-content-range-by-part-part-already-sent";
    private static final String SOURCE_ALREADY_UPLOADED = "video-source-already-uploaded";

    private final ApiCalls calls;
    private final PartRecord record;
    private final Cancellation cancellation;
    private final UploadProgressMeter meter;
    private final String fileName;
    private final boolean shared;
    private final boolean planned;

    /** @param shared whether another upload may fill the same container with the same bytes */
    PartSender(ApiCalls calls, Cancellation cancellation, UploadProgressMeter meter, String fileName, boolean shared) {
        this(calls, cancellation, meter, fileName, shared, null);
    }

    /** The same for a part that was planned elsewhere, and whose container may have another video. */
    PartSender(
            ApiCalls calls,
            Cancellation cancellation,
            UploadProgressMeter meter,
            String fileName,
            PartRecord.Reading reading) {
        this(calls, cancellation, meter, fileName, true, reading);
    }

    private PartSender(
            ApiCalls calls,
            Cancellation cancellation,
            UploadProgressMeter meter,
            String fileName,
            boolean shared,
            PartRecord.Reading reading) {
        this.shared = shared;
        this.planned = reading != null;
        this.calls = calls;
        this.record = new PartRecord(
                calls, cancellation, planned ? reading : (part, status) -> status.hasPart(part.number()));
        this.cancellation = cancellation;
        this.meter = meter;
        this.fileName = fileName;
    }

    /**
     * Sends a part.
     *
     * @param doubted receives the failure of a try that may have worked although its answer was lost
     * @return the video as the service describes it with the part in it; only its identifier if the service just has the part
     */
    CompletableFuture<Video> send(Destination destination, Part part, Consumer<ApiVideoException> doubted) {
        return new Sending(destination, part, doubted).begin();
    }

    private static boolean saysAlreadyThere(Rejected refusal) {
        return refusal.is(PART_ALREADY_SENT) || refusal.is(SOURCE_ALREADY_UPLOADED);
    }

    /**
     * How a try ended: with the video, or with a refusal that says that the part is there already.
     *
     * @param refusal null if there is the video
     */
    private record Sent(Video video, Rejected refusal) {}

    /** One part on its way. */
    private final class Sending {
        private final Destination destination;
        private final Part part;
        private final Consumer<ApiVideoException> doubted;

        // Whether a try may have worked although its answer was lost.
        private volatile boolean doubtful;

        Sending(Destination destination, Part part, Consumer<ApiVideoException> doubted) {
            this.destination = destination;
            this.part = part;
            this.doubted = doubted;
        }

        CompletableFuture<Video> begin() {
            PartMeter written = new PartMeter(part.content().length(), meter);
            return calls.execute(call(written), cancellation)
                    .whenComplete((sent, problem) -> written.end())
                    .thenCompose(sent -> sent.refusal() == null
                            ? CompletableFuture.completedFuture(sent.video())
                            : confirm(sent.refusal()))
                    .exceptionallyCompose(this::lookOnceMore);
        }

        private ApiCall<Sent> call(PartMeter written) {
            ApiCall<Optional<Sent>> finder = finder();
            return VideoRequests.sendPart(destination, fileName, part, written)
                    .map(video -> accepted(video, written))
                    .recovering((failure, maybeDone) -> refused(failure, maybeDone, written))
                    .twin(() -> finder, doubted);
        }

        private Sent accepted(Video video, PartMeter written) {
            written.accepted();
            LOG.debug("{}: part {} of {} accepted", destination.videoId(), part.number(), part.total());
            return new Sent(video, null);
        }

        private Optional<Sent> refused(ApiVideoException failure, boolean maybeDone, PartMeter written) {
            written.end();
            // Not when the credentials are refused: then the part was not sent.
            doubtful |= RetryPolicy.mayHaveWorked(failure);
            // It may also be stored while we ask, or there may be only an upload token, which opens no record.
            boolean mayBeThere = shared || destination.own() || maybeDone && mayBeOurs();
            return mayBeThere && failure instanceof Rejected refusal && saysAlreadyThere(refusal)
                    ? Optional.of(new Sent(null, refusal))
                    : Optional.empty();
        }

        private boolean mayBeOurs() {
            return destination.isOpen() && destination.wasEmpty();
        }

        // The answer to an earlier try may have been lost after the part was stored: the service's record knows.
        private ApiCall<Optional<Sent>> finder() {
            if (!mayBeOurs() || !record.possible()) {
                return null;
            }
            return record.ask(destination, part)
                    .map(answer -> answer == PartRecord.Answer.THERE
                            ? Optional.of(new Sent(arrived(), null))
                            : Optional.empty());
        }

        private CompletableFuture<Video> confirm(Rejected refusal) {
            // The record of a whole video shows no parts; an upload token opens no record.
            if (part.isWhole() && !planned || !record.possible()) {
                return CompletableFuture.completedFuture(arrived());
            }
            return record.await(destination, part, refusal).handle((answer, problem) -> {
                // In a container of our own the part can only be ours, whether the record can be read or not.
                if (problem == null
                        || destination.own() && Failures.cause(problem) != refusal && !cancellation.isCancelled()) {
                    return arrived();
                }
                throw new CompletionException(Failures.cause(problem));
            });
        }

        /** When all tries have come to an end in doubt: the part may be there all the same. */
        private CompletableFuture<Video> lookOnceMore(Throwable problem) {
            boolean open = Failures.cause(problem) instanceof ApiVideoException failure && RetryPolicy.mayPass(failure);
            if (!open || !doubtful || !mayBeOurs() || !record.possible() || cancellation.isCancelled()) {
                return CompletableFuture.failedFuture(Failures.cause(problem));
            }
            return record.awaitBriefly(destination, part, (ApiVideoException) Failures.cause(problem))
                    .thenCompose(answer -> answer == PartRecord.Answer.THERE
                            ? CompletableFuture.completedFuture(arrived())
                            : CompletableFuture.failedFuture(Failures.cause(problem)));
        }

        private Video arrived() {
            meter.arrived(part.content().length());
            LOG.debug("{}: part {} had arrived; only its answer was lost", destination.videoId(), part.number());
            return Video.of(destination.videoId());
        }
    }
}
