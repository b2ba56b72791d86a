// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.Cancellation;
import io.github.camelapivideo.internal.call.Retrier;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.container.AccountGateway;
import io.github.camelapivideo.internal.container.Destination;
import io.github.camelapivideo.internal.container.VideoCalls;
import io.github.camelapivideo.internal.part.Part;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one part until the service has it: tries the part again, never the video. Thread-safe. */
final class PartSender {

    private static final Logger LOG = LoggerFactory.getLogger(PartSender.class);

    private static final String PART_ALREADY_SENT = "video-content-range-by-part-part-already-sent";
    private static final String SOURCE_ALREADY_UPLOADED = "video-source-already-uploaded";

    private final AccountGateway remote;
    private final PartRecord record;
    private final Retrier retry;
    private final Cancellation cancellation;
    private final UploadProgressMeter meter;
    private final String fileName;
    private final boolean shared;
    private final boolean planned;

    /** @param shared whether somebody else may be filling the same container with the same bytes */
    PartSender(
            AccountGateway remote,
            Retrier retry,
            Cancellation cancellation,
            UploadProgressMeter meter,
            String fileName,
            boolean shared) {
        this(remote, retry, cancellation, meter, fileName, shared, null);
    }

    /** The same for a part that was planned elsewhere, and whose container may have another video. */
    PartSender(
            AccountGateway remote,
            Retrier retry,
            Cancellation cancellation,
            UploadProgressMeter meter,
            String fileName,
            PartRecord.Reading reading) {
        this(remote, retry, cancellation, meter, fileName, true, reading);
    }

    private PartSender(
            AccountGateway remote,
            Retrier retry,
            Cancellation cancellation,
            UploadProgressMeter meter,
            String fileName,
            boolean shared,
            PartRecord.Reading reading) {
        this.shared = shared;
        this.planned = reading != null;
        this.remote = remote;
        this.record = new PartRecord(
                new VideoCalls(remote, retry),
                cancellation,
                planned ? reading : (part, status) -> status.hasPart(part.number()));
        this.retry = retry;
        this.cancellation = cancellation;
        this.meter = meter;
        this.fileName = fileName;
    }

    /** The video as the service describes it with the part in it; only its identifier if it just has the part. */
    CompletableFuture<Video> send(Destination destination, Part part) {
        return new Sending(destination, part).begin();
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

        // Whether a try may have succeeded without our hearing of it.
        private volatile boolean doubtful;

        Sending(Destination destination, Part part) {
            this.destination = destination;
            this.part = part;
        }

        CompletableFuture<Video> begin() {
            String what = "Part " + part.number();
            return retry.call(
                            what,
                            remote.turn(destination),
                            cancellation,
                            new Retrier.Doubt<>(false, this::check),
                            this::transfer)
                    .thenCompose(sent -> sent.refusal() == null
                            ? CompletableFuture.completedFuture(sent.video())
                            : confirm(sent.refusal()))
                    .exceptionallyCompose(this::lookOnceMore);
        }

        private boolean mayBeOurs() {
            return destination.isOpen() && destination.wasEmpty();
        }

        // The answer to an earlier try may have been lost after the part was stored: the service's record knows.
        private CompletableFuture<Optional<Sent>> check() {
            if (!mayBeOurs() || !record.possible()) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            return record.askOnce(destination, part)
                    .thenApply(answer -> answer == PartRecord.Answer.THERE
                            ? Optional.of(new Sent(arrived(), null))
                            : Optional.empty());
        }

        private Sent transfer(boolean maybeDone) throws ApiVideoException, IOException {
            UploadProgressMeter.PartMeter written = meter.begin();
            try {
                Video video = retry.named(destination.videoId(), () -> remote.parts()
                        .send(destination, fileName, part, written, cancellation));
                written.accepted(part.content().length());
                LOG.debug("{}: part {} of {} accepted", destination.videoId(), part.number(), part.total());
                return new Sent(video, null);
            } catch (Rejected refusal) {
                // It may also be stored while we ask, or we may have only an upload token, which opens no record.
                if (saysAlreadyThere(refusal) && (shared || destination.own() || maybeDone && mayBeOurs())) {
                    return new Sent(null, refusal);
                }
                throw doubted(refusal);
            } catch (ApiVideoException failure) {
                throw doubted(failure);
            } finally {
                written.end();
            }
        }

        private <E extends ApiVideoException> E doubted(E failure) {
            doubtful |= RetryPolicy.mayHaveWorked(failure);
            return failure;
        }

        private CompletableFuture<Video> confirm(Rejected refusal) {
            // Nothing tells of the bytes of a whole video but the refusal itself; an upload token opens no record.
            if (part.isWhole() && !planned || !record.possible()) {
                return CompletableFuture.completedFuture(arrived());
            }
            return record.await(destination, part, refusal).handle((answer, problem) -> {
                // In a container of our own the part can only be ours, whether the record can be read or not.
                if (problem == null || destination.own() && cause(problem) != refusal && !cancellation.isCancelled()) {
                    return arrived();
                }
                throw new CompletionException(cause(problem));
            });
        }

        /** When all tries have come to an end in doubt: the part may be there all the same. */
        private CompletableFuture<Video> lookOnceMore(Throwable problem) {
            boolean open = cause(problem) instanceof ApiVideoException failure && RetryPolicy.mayPass(failure);
            if (!open || !doubtful || !mayBeOurs() || !record.possible() || cancellation.isCancelled()) {
                return CompletableFuture.failedFuture(cause(problem));
            }
            return record.awaitBriefly(destination, part, (ApiVideoException) cause(problem))
                    .thenCompose(answer -> answer == PartRecord.Answer.THERE
                            ? CompletableFuture.completedFuture(arrived())
                            : CompletableFuture.failedFuture(cause(problem)));
        }

        private Video arrived() {
            meter.passed(part.content().length());
            LOG.debug("{}: part {} had arrived; only its answer was lost", destination.videoId(), part.number());
            return Video.of(destination.videoId());
        }
    }

    private static Throwable cause(Throwable problem) {
        return problem instanceof CompletionException ? problem.getCause() : problem;
    }
}
