// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.VideoStatus;
import java.util.OptionalLong;

/**
 * What an upload has read in all, held against what the service has in the end: others who came with the same key may have
 * sent parts of another body. Decisions only.
 *
 * @param bytes how many the whole body has
 * @param parts how many parts it was
 */
record WholeCheck(String videoId, long bytes, int parts) {

    /** @throws OtherVideo if the service's record shows another video */
    void check(VideoStatus status) {
        OptionalLong size = status.ingest().size();
        if (size.isPresent() && size.getAsLong() != bytes) {
            throw other(size.getAsLong() + " bytes, this upload " + bytes);
        }
        Integer total = status.ingest().receivedParts().total();
        if (total != null && total != parts) {
            throw other(total + " parts, this upload " + parts);
        }
    }

    private OtherVideo other(String what) {
        return new OtherVideo("Container " + videoId + " has " + what
                + ": another body with the same uploadKey was sent into it. The key has to change with the bytes");
    }
}
