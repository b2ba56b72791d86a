// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiCall.NotYetKnown;
import io.github.camelapivideo.internal.part.Part;
import java.util.OptionalLong;

/**
 * What an upload has read in all, held against what the service has in the end: others who came with the same key may have
 * sent parts of another body. Decisions only.
 *
 * @param bytes how many the whole body has
 * @param parts how many parts it was; {@link Part#UNKNOWN} if the video may have been cut otherwise
 */
record WholeCheck(String videoId, long bytes, int parts) {

    /**
     * Returns the record if it can be compared.
     *
     * @throws NotYetKnown if it does not show the whole video yet, as a record that lags does after a while
     */
    VideoStatus told(VideoStatus status) throws NotYetKnown {
        if (!status.complete()) {
            throw new NotYetKnown(new IllegalStateException(
                    "Container " + videoId + " has all parts, but the service's record does not show them"));
        }
        if (!isTold(status)) {
            throw new NotYetKnown(new IllegalStateException(
                    "Container " + videoId + " is complete, but the service does not tell yet how many bytes it has"));
        }
        return status;
    }

    private boolean isTold(VideoStatus status) {
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

    /** A container turned out to have another video than the one that was uploaded into it: it is not this upload's to delete. */
    static final class OtherVideo extends IllegalStateException {

        OtherVideo(String message) {
            super(message);
        }
    }
}
