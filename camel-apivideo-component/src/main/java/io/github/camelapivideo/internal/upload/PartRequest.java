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
 * What is to be done with a source that is one part of a video.
 *
 * @param uploadId tells it apart from others in logs and progress
 * @param number its place, from 1
 * @param total how many parts there are in all; {@link Part#UNKNOWN} while nobody knows
 * @param from where it begins in the whole, in bytes; -1 if nobody has said
 * @param length how long the part is planned to be, in bytes; 0 if nobody has said
 * @param fingerprint of the bytes for which it was planned; null if nobody has said
 * @param sourceTimeout for how long the source may deliver nothing; zero for ever
 * @param inspector sees how the source begins, if it is the first part
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

    /** The same as an upload, for who tells of progress. */
    UploadRequest asUpload() {
        return new UploadRequest(
                uploadId,
                new UploadTarget.Existing(videoId),
                fileName,
                0,
                1,
                1,
                false,
                sourceTimeout,
                inspector,
                listener);
    }
}
