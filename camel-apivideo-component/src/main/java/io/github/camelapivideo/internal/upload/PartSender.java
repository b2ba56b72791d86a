// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one part until the service has it: tries the part again, never the video. Thread-safe. */
final class PartSender {

    private static final Logger LOG = LoggerFactory.getLogger(PartSender.class);

    private static final String PART_ALREADY_SENT = "video-content-range-by-part-part-already-sent";
    private static final String SOURCE_ALREADY_UPLOADED = "video-source-already-uploaded";

    private final Remote remote;
    private final Retry retry;
    private final Abort abort;
    private final UploadMeter meter;
    private final String fileName;
    private final boolean shared;

    /** @param shared whether somebody else may be filling the same container with the same bytes */
    PartSender(Remote remote, Retry retry, Abort abort, UploadMeter meter, String fileName, boolean shared) {
        this.shared = shared;
        this.remote = remote;
        this.retry = retry;
        this.abort = abort;
        this.meter = meter;
        this.fileName = fileName;
    }

    /** The video as the service describes it with the part in it; only its identifier if it just has the part. */
    CompletableFuture<Video> send(Destination destination, Part part) {
        return send(destination, part, false);
    }

    /** The same, but the service's record is asked first. */
    CompletableFuture<Video> sendIfMissing(Destination destination, Part part) {
        return send(destination, part, true);
    }

    private CompletableFuture<Video> send(Destination destination, Part part, boolean maybeThere) {
        Retry.Turn turn = new Retry.Turn(remote.pace(), Pace.Budget.UPLOADS);
        return retry.call("Part " + part.number(), turn, abort, maybeDone -> {
            UploadMeter.PartMeter written = meter.begin();
            try {
                Video video = transfer(destination, part, maybeDone || maybeThere, written);
                written.accepted(part.content().length());
                LOG.debug("{}: part {} of {} accepted", destination.videoId(), part.number(), part.total());
                return video;
            } finally {
                written.end();
            }
        });
    }

    private Video transfer(Destination destination, Part part, boolean maybeDone, UploadMeter.PartMeter written)
            throws ApiVideoException, SourceException {
        // The answer to an earlier try may have been lost after the part was stored: the service's record knows.
        boolean doubtful =
                maybeDone && destination.isOpen() && !destination.before().mayHave(part.number());
        if (doubtful && remote.videos().isPresent()) {
            VideoApi videos = remote.videos().get();
            if (videos.status(destination.videoId()).hasPart(part.number())) {
                LOG.debug("{}: part {} had arrived; only its answer was lost", destination.videoId(), part.number());
                return videos.get(destination.videoId());
            }
        }
        try {
            return remote.parts().send(destination, fileName, part, written, abort);
        } catch (Rejected refusal) {
            // It may also be stored while we ask, or we may have only an upload token, which opens no record.
            if ((doubtful || shared) && saysAlreadyThere(refusal)) {
                return confirm(destination.videoId(), part, refusal);
            }
            throw refusal;
        }
    }

    private static boolean saysAlreadyThere(Rejected refusal) {
        return refusal.is(PART_ALREADY_SENT) || refusal.is(SOURCE_ALREADY_UPLOADED);
    }

    private Video confirm(String videoId, Part part, Rejected refusal) throws ApiVideoException {
        if (remote.videos().isEmpty()) {
            // An upload token does not open the status; that the service says so has to be enough.
            return Video.of(videoId);
        }
        VideoApi videos = remote.videos().get();
        // Nothing tells of the bytes of a whole video but the refusal itself.
        if (!part.isWhole() && !videos.status(videoId).hasPart(part.number())) {
            throw refusal;
        }
        return videos.get(videoId);
    }
}
