// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.cleanup;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.container.UploadLabel;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The rule by which a container is abandoned. Decides only; what is not certain is not abandoned. Immutable.
 *
 * @param before an abandoned container was created, and changed for the last time, before this time of the service
 */
record Abandonment(Instant before) {

    private static final String UPLOADING = "uploading";

    /** Returns true if the container may be abandoned, as far as its description tells. */
    boolean mayBe(Video video) {
        boolean ours = UploadLabel.isOfUpload(video) || UploadLabel.isOfCreation(video);
        return ours && isOld(video.createdAt()) && (video.updatedAt() == null || isOld(video.updatedAt()));
    }

    /** Returns true if the container is abandoned. */
    boolean is(Video video, VideoStatus status) {
        return mayBe(video) && isIncomplete(status) && (UploadLabel.isOfUpload(video) || hasBytes(status));
    }

    /** Returns true if the video is known to be created later, so that no later one of a sorted list is abandoned. */
    boolean isBefore(Video video) {
        return time(video.createdAt())
                .filter(created -> !created.isBefore(before))
                .isPresent();
    }

    /** Returns true if the source is incomplete, and no word of the service makes that doubtful. */
    private static boolean isIncomplete(VideoStatus status) {
        String said = status.ingest().status();
        return !status.complete()
                && (said == null || UPLOADING.equals(said))
                && !status.encoding().playable()
                && status.encoding().qualities().isEmpty();
    }

    // An empty container that no upload has created may wait for its upload, its import or its copy.
    private static boolean hasBytes(VideoStatus status) {
        return !status.empty();
    }

    private boolean isOld(String time) {
        return time(time).filter(moment -> moment.isBefore(before)).isPresent();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.ofNullable(text).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
