// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.part.ContentInspector;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.plan.PartFingerprint;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.PartSource;
import java.time.Duration;

/**
 * A request to send a source as one part of a video. Validates its arguments.
 *
 * @param uploadId names the upload in logs and progress
 * @param number the place of the part, from 1
 * @param total the number of parts of the video; {@link Part#UNKNOWN} if it is not known
 * @param from the first byte of the part in the whole, from 0; -1 if it is not known
 * @param length the planned length of the part, in bytes; 0 if none is planned
 * @param fingerprint of the planned bytes; null if none is planned
 * @param sourceTimeout how long the source may deliver nothing; zero for no limit
 * @param inspector checks the first bytes of the first part
 */
public record PartRequest(
        String uploadId,
        String videoId,
        String fileName,
        int number,
        int total,
        long from,
        long length,
        PartFingerprint fingerprint,
        Duration sourceTimeout,
        ContentInspector inspector,
        UploadListener listener) {

    public PartRequest {
        if (number < 1 || number > PartPlan.MAX_PARTS) {
            throw new IllegalArgumentException("partNumber=" + number + ": allowed is 1 to " + PartPlan.MAX_PARTS);
        }
        if (total != Part.UNKNOWN && (total < number || total > PartPlan.MAX_PARTS)) {
            throw new IllegalArgumentException("totalParts=" + total + ": allowed is " + number
                    + " (the number of the part) to " + PartPlan.MAX_PARTS);
        }
    }

    /**
     * How many bytes the part may have, so far as that is known.
     *
     * @throws IllegalArgumentException if there is no memory for so many, and never will be
     */
    long longest(PartSource source, PartBuffers buffers) {
        if (!source.isBuffered()) {
            return PartPlan.MAX_PART_SIZE;
        }
        if (length == 0) {
            // What a message says of a length is often that of an earlier body.
            return Math.min(PartPlan.MAX_PART_SIZE, buffers.capacity());
        }
        long longest = Math.min(length, PartPlan.MAX_PART_SIZE);
        buffers.check(longest);
        return longest;
    }

    /** Returns the request as an upload, for the list of uploads and for its progress. */
    public UploadRequest asUpload() {
        return new UploadRequest(
                uploadId,
                new UploadTarget.Existing(videoId),
                fileName,
                0,
                1,
                1,
                false,
                sourceTimeout,
                Duration.ZERO,
                inspector,
                listener);
    }
}
