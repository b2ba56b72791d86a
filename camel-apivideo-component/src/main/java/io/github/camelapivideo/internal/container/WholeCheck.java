// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiCall.NotYetKnown;
import io.github.camelapivideo.internal.part.Part;
import java.util.OptionalLong;

/**
 * Compares the bytes and parts of a complete upload with the service's record: another upload with the same key may
 * have sent parts of another body. Decides only. Immutable.
 *
 * @param videoId the identifier of the container
 * @param bytes the length of the whole body in bytes
 * @param parts the number of parts of the body; {@link Part#UNKNOWN} if the parts of the video may have other sizes
 */
record WholeCheck(String videoId, long bytes, int parts) {

    /**
     * Returns the record if it can be compared.
     *
     * @throws NotYetKnown if the record does not show the whole video yet, because it may lag behind
     */
    VideoStatus comparable(VideoStatus status) throws NotYetKnown {
        if (!status.complete()) {
            throw new NotYetKnown(new IllegalStateException(
                    "Container " + videoId + " has all parts, but the service's record does not show them"));
        }
        if (!isComparable(status)) {
            throw new NotYetKnown(new IllegalStateException(
                    "Container " + videoId + " is complete, but the service's record does not show its size yet"));
        }
        return status;
    }

    private boolean isComparable(VideoStatus status) {
        return status.ingest().size().isPresent() || total(status) != Part.UNKNOWN && parts != Part.UNKNOWN;
    }

    private static int total(VideoStatus status) {
        Integer total = status.ingest().receivedParts().total();
        return total == null ? Part.UNKNOWN : total;
    }

    /** @throws OtherVideo if the service's record shows another video */
    void check(VideoStatus status) {
        OptionalLong size = status.ingest().size();
        if (size.isPresent() && size.getAsLong() != bytes) {
            throw other(size.getAsLong() + " bytes, this upload " + bytes);
        }
        int total = total(status);
        if (total != Part.UNKNOWN && parts != Part.UNKNOWN && total != parts) {
            throw other(total + " parts, this upload " + parts);
        }
    }

    private OtherVideo other(String what) {
        return new OtherVideo("Container " + videoId + " has " + what
                + ": another body was sent into it, with the same uploadKey or videoId. The key has to change with the"
                + " bytes, and a videoId is for one upload");
    }

    /** The container has another video than the uploaded one. This upload must not delete it. */
    static final class OtherVideo extends IllegalStateException {

        OtherVideo(String message) {
            super(message);
        }
    }
}
