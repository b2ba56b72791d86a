// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.api.VideoStatus.Ingest;
import io.github.camelapivideo.internal.container.UploadLabel;
import io.github.camelapivideo.internal.part.Part;
import java.util.OptionalInt;

/**
 * The video of which a part is sent, held against what the service says of the container: decisions only.
 *
 * @param length how long the part is, in bytes
 */
record PlannedVideo(PartRequest part, long length) {

    /**
     * Returns whether the service has the part.
     *
     * @throws IllegalStateException if the container has another video, or if nothing tells that it has this one
     */
    boolean has(VideoStatus status) {
        Ingest ingest = status.ingest();
        OptionalInt total = total(ingest);
        if (total.isPresent()) {
            checkTotal(total.getAsInt());
        }
        if (!status.complete()) {
            return status.hasPart(part.number());
        }
        ingest.size().ifPresent(this::checkLength);
        boolean sameTotal = total.isPresent() && part.total() != Part.UNKNOWN;
        boolean sameLength = ingest.size().isPresent() && wholeLength() != UploadLabel.UNKNOWN;
        if (!sameTotal && !sameLength) {
            throw refused("is complete, and nothing tells whether that is the video of this part. Set the header"
                    + " CamelApiVideoPlannedPart, or CamelApiVideoTotalParts");
        }
        return true;
    }

    /** Of how many parts the container is, so far as the service knows it; what did not come by parts is one. */
    private static OptionalInt total(Ingest ingest) {
        Integer total = ingest.receivedParts().total();
        if (total != null) {
            return OptionalInt.of(total);
        }
        return ingest.receivedBytes().isEmpty() ? OptionalInt.empty() : OptionalInt.of(1);
    }

    private void checkTotal(int total) {
        boolean differs = part.total() != Part.UNKNOWN && part.total() != total;
        if (differs || part.number() > total) {
            throw other("is for " + total + " parts, and this is part " + part.number()
                    + (part.total() == Part.UNKNOWN ? "" : " of " + part.total()));
        }
    }

    /** How long the video is, in bytes, so far as the plan says it; {@link UploadLabel#UNKNOWN} if it does not. */
    private long wholeLength() {
        if (part.fingerprint() != null) {
            return part.fingerprint().wholeLength();
        }
        if (part.total() == 1) {
            return length;
        }
        return part.number() == part.total() && part.from() >= 0 ? part.from() + length : UploadLabel.UNKNOWN;
    }

    private void checkLength(long size) {
        long whole = wholeLength();
        if (whole != UploadLabel.UNKNOWN && whole != size) {
            throw other("is complete with " + size + " bytes, and this part is planned for a video of " + whole);
        }
        long end = Math.max(0, part.from()) + length;
        if (end > size) {
            throw other("is complete with " + size + " bytes, and this part ends at " + end);
        }
    }

    private IllegalStateException other(String what) {
        return refused(what + ": it has another video. Plan the parts for a container of their own");
    }

    private IllegalStateException refused(String what) {
        return new IllegalStateException("Part " + part.number() + ": container " + part.videoId() + " " + what);
    }
}
