// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.call.Secret;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.FileCheck;
import io.github.camelapivideo.internal.source.FilePartSource;
import io.github.camelapivideo.internal.source.PartSource;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The options that are the same for every exchange, as the engine wants them. Immutable. */
record UploadSettings(
        ApiVideoConfiguration options,
        long partSize,
        int uploadsPerMinute,
        OnFailure onFailure,
        Resume resume,
        FileCheck fileCheck,
        ContentCheck contentCheck,
        LengthCheck lengthCheck) {

    static UploadSettings of(ApiVideoConfiguration options) {
        UploadSettings settings = new UploadSettings(
                options,
                ByteSize.parse("partSize", options.getPartSize()),
                Choice.of(ApiVideoEnvironment.class, "environment", options.getEnvironment())
                        .uploadsPerMinute(),
                Choice.of(OnFailure.class, "onFailure", options.getOnFailure()),
                Choice.of(Resume.class, "resume", options.getResume()),
                Choice.of(FileCheck.class, "fileCheck", options.getFileCheck()),
                Choice.of(ContentCheck.class, "contentCheck", options.getContentCheck()),
                Choice.of(LengthCheck.class, "lengthCheck", options.getLengthCheck()));
        // Values check themselves: a request for nothing tells whether a request for something would be right.
        settings.request("", new UploadTarget.Existing(""), "");
        return settings;
    }

    UploadRequest request(String uploadId, UploadTarget target, String fileName) {
        return new UploadRequest(
                uploadId,
                target,
                fileName,
                partSize,
                options.getParallelism(),
                uploadsPerMinute,
                onFailure.deletes(target instanceof UploadTarget.Resumable),
                sourceTimeout(),
                contentCheck.inspector(fileName),
                options.getUploadListener());
    }

    Duration sourceTimeout() {
        return Duration.ofMillis(options.getSourceTimeout());
    }

    /** The source, checked as the options say, if it is a file. */
    PartSource checked(PartSource source) {
        return source instanceof FilePartSource file ? file.checked(fileCheck) : source;
    }

    /** How so many bytes are cut that can be read in any order. */
    PartPlan plan(long length) {
        return PartPlan.of(length, partSize, options.getParallelism(), uploadsPerMinute);
    }

    /** The token of a delegated upload; null if the account uploads. An empty one, as of an unset variable, is none. */
    Secret uploadToken() {
        String token = options.getUploadToken();
        return token == null || token.isBlank() ? null : new Secret(token);
    }

    RetryPolicy retryPolicy() {
        return new RetryPolicy(
                options.getMaxRetries(),
                Duration.ofMillis(options.getRetryDelay()),
                Duration.ofMillis(options.getMaxRetryDelay()),
                Duration.ofMillis(options.getRetryTimeout()),
                Duration.ofMillis(options.getRecordTimeout()),
                () -> ThreadLocalRandom.current().nextDouble());
    }
}
