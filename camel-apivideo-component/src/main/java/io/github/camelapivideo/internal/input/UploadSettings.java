// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.internal.body.ContentCheck;
import io.github.camelapivideo.internal.body.LengthCheck;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.client.ServiceEnvironment;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.option.ByteRate;
import io.github.camelapivideo.internal.option.ByteSize;
import io.github.camelapivideo.internal.option.Choice;
import io.github.camelapivideo.internal.option.Options;
import io.github.camelapivideo.internal.plan.Parallelism;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.FileCheck;
import io.github.camelapivideo.internal.source.FilePartSource;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.text.Secret;
import io.github.camelapivideo.internal.waiting.WaitGoal;
import io.github.camelapivideo.internal.waiting.WaitPlan;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The options of an endpoint as values, the same for every exchange. Validates its arguments. Immutable.
 *
 * @param options those that may differ from exchange to exchange
 * @param literals texts of options that are not evaluated, because they came out of an evaluation
 * @param partSize in bytes; 0 for a chosen size
 * @param parallelism the largest number of parts that are sent at once; 0 for a chosen number
 * @param uploadsPerMinute the number of parts a minute that the service accepts
 * @param sourceTimeout the longest time in which the body may deliver nothing; zero for no limit
 * @param progressInterval how often an upload is reported to run or to stand still; zero for never
 * @param minimumRate the least rate of a stream in bytes a second; {@link ByteRate#UNLIMITED} for none
 * @param uploadTimeout the longest time from the arrival of an exchange to the end of its upload; zero for no limit
 * @param listener null for none
 */
public record UploadSettings(
        Options options,
        Set<String> literals,
        long partSize,
        int parallelism,
        int uploadsPerMinute,
        OnFailure onFailure,
        Resume resume,
        FileCheck fileCheck,
        ContentCheck contentCheck,
        LengthCheck lengthCheck,
        Duration sourceTimeout,
        Duration progressInterval,
        long minimumRate,
        Duration uploadTimeout,
        UploadListener listener) {

    private static final Duration RATE_WINDOW = Duration.ofSeconds(30);

    /** The reaction to a container with the upload key that does not fit. */
    public enum Resume {
        auto,
        strict
    }

    /** The fate of the container that a failed upload created. */
    public enum OnFailure {
        auto,
        delete,
        keep;

        /** @param resumable whether another upload can continue in it */
        boolean deletes(boolean resumable) {
            return this == delete || this == auto && !resumable;
        }
    }

    public UploadSettings {
        PartPlan.check(partSize);
    }

    /** @throws IllegalArgumentException if an option has a value that cannot be used */
    public static UploadSettings of(Options options, Set<String> literals) {
        return new UploadSettings(
                options,
                literals,
                ByteSize.parse("partSize", options.text("partSize")),
                Parallelism.parse(options.text("parallelism")),
                Choice.of(ServiceEnvironment.class, "environment", options.text("environment"))
                        .uploadsPerMinute(),
                Choice.of(OnFailure.class, "onFailure", options.text("onFailure")),
                Choice.of(Resume.class, "resume", options.text("resume")),
                Choice.of(FileCheck.class, "fileCheck", options.text("fileCheck")),
                Choice.of(ContentCheck.class, "contentCheck", options.text("contentCheck")),
                Choice.of(LengthCheck.class, "lengthCheck", options.text("lengthCheck")),
                options.duration("sourceTimeout"),
                options.duration("progressInterval"),
                ByteRate.parse("minimumRate", options.text("minimumRate")),
                options.duration("uploadTimeout"),
                (UploadListener) options.get("uploadListener"));
    }

    /** @param uploadId tells the upload apart from others in logs and progress */
    public UploadRequest request(String uploadId, UploadTarget target, String fileName) {
        return new UploadRequest(
                uploadId,
                target,
                fileName,
                partSize,
                parallelism,
                uploadsPerMinute,
                onFailure.deletes(target instanceof UploadTarget.Resumable),
                sourceTimeout,
                progressInterval,
                contentCheck.inspector(fileName),
                listener);
    }

    /** Returns the source; a file is held to {@link #fileCheck}, and a stream to {@link #minimumRate}. */
    public PartSource checked(PartSource source) {
        if (minimumRate != ByteRate.UNLIMITED) {
            boolean shorter = !sourceTimeout.isZero() && sourceTimeout.compareTo(RATE_WINDOW) < 0;
            source.holdTo(minimumRate, shorter ? sourceTimeout : RATE_WINDOW);
        }
        return source instanceof FilePartSource file ? file.checked(fileCheck) : source;
    }

    /** Returns the plan for so many bytes that can be read in any order. */
    public PartPlan plan(long length) {
        return PartPlan.of(
                length,
                partSize,
                parallelism == Parallelism.AUTO ? Parallelism.LEAST_CHOSEN : parallelism,
                uploadsPerMinute);
    }

    /** Returns the token of a delegated upload; null if the account uploads. */
    public Secret uploadToken() {
        String token = options.filled("uploadToken");
        return token == null ? null : new Secret(token);
    }

    /**
     * Returns the plan of a wait for a video.
     *
     * @param byDefault the goal if the option {@code waitFor} is not set
     */
    public WaitPlan waitPlan(WaitGoal byDefault) {
        String goal = options.filled("waitFor");
        return new WaitPlan(
                goal == null ? byDefault : Choice.of(WaitGoal.class, "waitFor", goal),
                options.duration("waitTimeout"),
                options.duration("waitInterval"),
                options.duration("maxWaitInterval"),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    public RetryPolicy retryPolicy() {
        return new RetryPolicy(
                (int) options.number("maxRetries"),
                options.duration("retryDelay"),
                options.duration("maxRetryDelay"),
                options.duration("retryTimeout"),
                options.duration("recordTimeout"),
                () -> ThreadLocalRandom.current().nextDouble());
    }
}
