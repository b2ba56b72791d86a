// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.internal.body.ContentCheck;
import io.github.camelapivideo.internal.body.LengthCheck;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.client.ServiceEnvironment;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.option.ByteSize;
import io.github.camelapivideo.internal.option.Choice;
import io.github.camelapivideo.internal.option.Options;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.FileCheck;
import io.github.camelapivideo.internal.source.FilePartSource;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.text.Secret;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The options that are the same for every exchange, as the engine wants them. Immutable. */
public record UploadSettings(
        Options options,
        Set<String> literals,
        long partSize,
        int uploadsPerMinute,
        OnFailure onFailure,
        Resume resume,
        FileCheck fileCheck,
        ContentCheck contentCheck,
        LengthCheck lengthCheck) {

    public static UploadSettings of(Options options, Set<String> literals) {
        UploadSettings settings = new UploadSettings(
                options,
                literals,
                ByteSize.parse("partSize", options.text("partSize")),
                Choice.of(ServiceEnvironment.class, "environment", options.text("environment"))
                        .uploadsPerMinute(),
                Choice.of(OnFailure.class, "onFailure", options.text("onFailure")),
                Choice.of(Resume.class, "resume", options.text("resume")),
                Choice.of(FileCheck.class, "fileCheck", options.text("fileCheck")),
                Choice.of(ContentCheck.class, "contentCheck", options.text("contentCheck")),
                Choice.of(LengthCheck.class, "lengthCheck", options.text("lengthCheck")));
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
                (int) options.number("parallelism"),
                uploadsPerMinute,
                onFailure.deletes(target instanceof UploadTarget.Resumable),
                sourceTimeout(),
                contentCheck.inspector(fileName),
                listener());
    }

    UploadListener listener() {
        return (UploadListener) options.get("uploadListener");
    }

    Duration sourceTimeout() {
        return options.duration("sourceTimeout");
    }

    /** The source, checked as the options say, if it is a file. */
    PartSource checked(PartSource source) {
        return source instanceof FilePartSource file ? file.checked(fileCheck) : source;
    }

    /** How so many bytes are cut that can be read in any order. */
    PartPlan plan(long length) {
        return PartPlan.of(length, partSize, (int) options.number("parallelism"), uploadsPerMinute);
    }

    /** The token of a delegated upload; null if the account uploads. An empty one, as of an unset variable, is none. */
    Secret uploadToken() {
        String token = options.filled("uploadToken");
        return token == null ? null : new Secret(token);
    }

    RetryPolicy retryPolicy() {
        return new RetryPolicy(
                (int) options.number("maxRetries"),
                options.duration("retryDelay"),
                options.duration("maxRetryDelay"),
                options.duration("retryTimeout"),
                options.duration("recordTimeout"),
                () -> ThreadLocalRandom.current().nextDouble());
    }
}
