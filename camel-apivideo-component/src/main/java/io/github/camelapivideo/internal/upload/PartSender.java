// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoStatus;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one part until the service has it: tries the part again, never the video. Thread-safe. */
final class PartSender {

    private static final Logger LOG = LoggerFactory.getLogger(PartSender.class);

    private static final String PART_ALREADY_SENT = "video-content-range-by-part-part-already-sent";
    private static final String SOURCE_ALREADY_UPLOADED = "video-source-already-uploaded";

    private final Remote remote;
    private final VideoCalls calls;
    private final Retry retry;
    private final Abort abort;
    private final UploadMeter meter;
    private final String fileName;
    private final boolean shared;

    /** @param shared whether somebody else may be filling the same container with the same bytes */
    PartSender(Remote remote, Retry retry, Abort abort, UploadMeter meter, String fileName, boolean shared) {
        this.shared = shared;
        this.remote = remote;
        this.calls = new VideoCalls(remote, retry);
        this.retry = retry;
        this.abort = abort;
        this.meter = meter;
        this.fileName = fileName;
    }

    /**
     * How sending ended: with the video, or with a refusal that says that the part is there already.
     *
     * @param refusal null if there is the video
     */
    private record Sent(Video video, Rejected refusal) {}

    /** The video as the service describes it with the part in it; only its identifier if it just has the part. */
    CompletableFuture<Video> send(Destination destination, Part part) {
        return send(destination, part, false);
    }

    /** The same, but the service's record is asked first. */
    CompletableFuture<Video> sendIfMissing(Destination destination, Part part) {
        return send(destination, part, true);
    }

    private CompletableFuture<Video> send(Destination destination, Part part, boolean maybeThere) {
        Retry.Doubt<Sent> doubt = new Retry.Doubt<>(maybeThere, () -> check(destination, part));
        return retry.call(
                        "Part " + part.number(),
                        remote.turn(destination),
                        abort,
                        doubt,
                        maybeDone -> transfer(destination, part, maybeDone && mayBeOurs(destination)))
                .thenCompose(sent -> sent.refusal() == null
                        ? CompletableFuture.completedFuture(sent.video())
                        : confirm(destination, part, sent.refusal()));
    }

    private static boolean mayBeOurs(Destination destination) {
        return destination.isOpen() && destination.wasEmpty();
    }

    // The answer to an earlier try may have been lost after the part was stored: the service's record knows.
    private CompletableFuture<Optional<Sent>> check(Destination destination, Part part) {
        if (!mayBeOurs(destination) || !calls.possible()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        String videoId = destination.videoId();
        String what = "Asking for part " + part.number();
        return calls.readOnce(what, abort, record(destination)).thenCompose(status -> {
            if (status.filter(there -> there.hasPart(part.number())).isEmpty()) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            LOG.debug("{}: part {} had arrived; only its answer was lost", videoId, part.number());
            return calls.readOnce(what, abort, videos -> videos.get(videoId)).thenApply(video -> {
                arrived(part);
                return Optional.of(new Sent(video, null));
            });
        });
    }

    /** What the service tells of the container; nothing if it was made with an upload token of another account. */
    private static VideoCalls.Call<Optional<VideoStatus>> record(Destination destination) {
        VideoCalls.Call<VideoStatus> status = videos -> videos.status(destination.videoId());
        return destination.uploadToken() == null
                ? videos -> Optional.of(status.make(videos))
                : videos -> VideoCalls.ifThere(videos, status);
    }

    private Sent transfer(Destination destination, Part part, boolean doubtful)
            throws ApiVideoException, SourceException {
        UploadMeter.PartMeter written = meter.begin();
        try {
            Video video = remote.parts().send(destination, fileName, part, written, abort);
            written.accepted(part.content().length());
            LOG.debug("{}: part {} of {} accepted", destination.videoId(), part.number(), part.total());
            return new Sent(video, null);
        } catch (Rejected refusal) {
            // It may also be stored while we ask, or we may have only an upload token, which opens no record.
            if ((doubtful || shared) && saysAlreadyThere(refusal)) {
                return new Sent(null, refusal);
            }
            throw refusal;
        } finally {
            written.end();
        }
    }

    private static boolean saysAlreadyThere(Rejected refusal) {
        return refusal.is(PART_ALREADY_SENT) || refusal.is(SOURCE_ALREADY_UPLOADED);
    }

    private CompletableFuture<Video> confirm(Destination destination, Part part, Rejected refusal) {
        String videoId = destination.videoId();
        if (!calls.possible()) {
            return believed(videoId, part);
        }
        return calls.read("Asking for part " + part.number(), abort, record(destination))
                .thenCompose(status -> {
                    // Nothing tells of the bytes of a whole video but the refusal itself.
                    if (!part.isWhole()
                            && status.filter(there -> !there.hasPart(part.number()))
                                    .isPresent()) {
                        return CompletableFuture.failedFuture(refusal);
                    }
                    return status.isPresent() ? confirmed(videoId, part) : believed(videoId, part);
                });
    }

    private CompletableFuture<Video> confirmed(String videoId, Part part) {
        return calls.read("Getting " + videoId, abort, videos -> videos.get(videoId))
                .thenApply(video -> {
                    arrived(part);
                    return video;
                });
    }

    // An upload token does not open the status; that the service says so has to be enough.
    private CompletableFuture<Video> believed(String videoId, Part part) {
        arrived(part);
        return CompletableFuture.completedFuture(Video.of(videoId));
    }

    private void arrived(Part part) {
        meter.passed(part.content().length());
    }
}
