// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.internal.part.ContentInspector;
import io.github.camelapivideo.internal.plan.PartPlan;
import java.time.Duration;

/**
 * The settings of one upload. Immutable.
 *
 * @param uploadId identifies the upload in logs and progress
 * @param target the container
 * @param fileName the file name that is sent to the service
 * @param partSize the size of the parts in bytes; 0 for a chosen size
 * @param parallelism the largest number of parts that are sent at once; 0 for a chosen number
 * @param requestsPerMinute the number of parts a minute that the service accepts
 * @param deleteOnFailure true to delete a container that this upload created if the upload fails
 * @param sourceTimeout the longest time without a byte from the source; zero for no limit
 * @param progressInterval how often the upload is reported to run or to stand still; zero for never
 * @param inspector inspects the first bytes of the source before the container is created
 * @param listener receives the progress
 */
public record UploadRequest(
        String uploadId,
        UploadTarget target,
        String fileName,
        long partSize,
        int parallelism,
        int requestsPerMinute,
        boolean deleteOnFailure,
        Duration sourceTimeout,
        Duration progressInterval,
        ContentInspector inspector,
        UploadListener listener) {

    public UploadRequest {
        PartPlan.check(partSize);
    }
}
