// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.internal.part.ContentInspector;
import io.github.camelapivideo.internal.plan.PartPlan;
import java.time.Duration;

/**
 * What is to be done with a source.
 *
 * @param uploadId tells the upload apart from others in logs and progress
 * @param fileName what the service is told the source is called
 * @param partSize in bytes; 0 to choose it
 * @param parallelism how many parts may be under way at once
 * @param requestsPerMinute how many parts a minute the service takes
 * @param deleteOnFailure whether a container that this upload created goes when it fails
 * @param sourceTimeout for how long the source may deliver nothing; zero for ever
 * @param inspector sees how the source begins, before there is a container
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
        ContentInspector inspector,
        UploadListener listener) {

    public UploadRequest {
        PartPlan.check(partSize, parallelism);
    }
}
