// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import static io.github.camelapivideo.internal.input.AssetInputs.CAPTIONS;
import static io.github.camelapivideo.internal.input.AssetInputs.CHAPTERS;
import static io.github.camelapivideo.internal.input.AssetInputs.THUMBNAIL;
import static io.github.camelapivideo.internal.input.Inputs.BANDWIDTH_LIMIT;
import static io.github.camelapivideo.internal.input.Inputs.CONTENT_CHECK;
import static io.github.camelapivideo.internal.input.Inputs.CREATION;
import static io.github.camelapivideo.internal.input.Inputs.FILE_CHECK;
import static io.github.camelapivideo.internal.input.Inputs.FILE_NAME;
import static io.github.camelapivideo.internal.input.Inputs.LENGTH;
import static io.github.camelapivideo.internal.input.Inputs.LENGTH_CHECK;
import static io.github.camelapivideo.internal.input.Inputs.MINIMUM_RATE;
import static io.github.camelapivideo.internal.input.Inputs.ON_FAILURE;
import static io.github.camelapivideo.internal.input.Inputs.PARALLELISM;
import static io.github.camelapivideo.internal.input.Inputs.PART_FINGERPRINT;
import static io.github.camelapivideo.internal.input.Inputs.PART_FROM;
import static io.github.camelapivideo.internal.input.Inputs.PART_LENGTH;
import static io.github.camelapivideo.internal.input.Inputs.PART_NUMBER;
import static io.github.camelapivideo.internal.input.Inputs.PART_SIZE;
import static io.github.camelapivideo.internal.input.Inputs.PLANNED_PART;
import static io.github.camelapivideo.internal.input.Inputs.PROGRESS_INTERVAL;
import static io.github.camelapivideo.internal.input.Inputs.PROPERTIES;
import static io.github.camelapivideo.internal.input.Inputs.RESUME;
import static io.github.camelapivideo.internal.input.Inputs.SOURCE;
import static io.github.camelapivideo.internal.input.Inputs.SOURCE_TIMEOUT;
import static io.github.camelapivideo.internal.input.Inputs.TOTAL_PARTS;
import static io.github.camelapivideo.internal.input.Inputs.UPLOAD_KEY;
import static io.github.camelapivideo.internal.input.Inputs.UPLOAD_LISTENER;
import static io.github.camelapivideo.internal.input.Inputs.UPLOAD_TIMEOUT;
import static io.github.camelapivideo.internal.input.Inputs.VIDEO_ID;
import static io.github.camelapivideo.internal.operation.Row.Group.uploads;

import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.body.FileName;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.input.CreationReading;
import io.github.camelapivideo.internal.input.ExchangeValues;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** The operations that make a video out of bytes. */
final class UploadRows {

    static final Row UPLOAD = Row.of(uploads, UploadOperation::new)
            .withUploadToken()
            .reading(PROPERTIES)
            .reading(CREATION, VIDEO_ID, FILE_NAME, UPLOAD_KEY)
            .reading(CAPTIONS, CHAPTERS, THUMBNAIL)
            .reading(PART_SIZE, PARALLELISM, BANDWIDTH_LIMIT, UPLOAD_LISTENER, PROGRESS_INTERVAL, ON_FAILURE, RESUME)
            .reading(FILE_CHECK, CONTENT_CHECK, LENGTH_CHECK, SOURCE_TIMEOUT, MINIMUM_RATE, UPLOAD_TIMEOUT)
            .thenWaiting();

    static final Row CREATE_VIDEO = Row.call(
                    uploads,
                    values -> VideoRequests.create(CreationReading.of(values)),
                    (video, values) -> Reply.created(video))
            .reading(PROPERTIES)
            .reading(CREATION, FILE_NAME);

    static final Row PLAN_PARTS = Row.of(uploads, PlanPartsOperation::new)
            .withUploadToken()
            .reading(VIDEO_ID, FILE_NAME, LENGTH)
            .reading(PART_SIZE, PARALLELISM, LENGTH_CHECK);

    static final Row UPLOAD_PART = Row.of(uploads, UploadPartOperation::new)
            .reading(VIDEO_ID, FILE_NAME, PART_NUMBER, TOTAL_PARTS)
            .reading(PART_FROM, PART_LENGTH, PART_FINGERPRINT, PLANNED_PART)
            .reading(BANDWIDTH_LIMIT, UPLOAD_LISTENER, FILE_CHECK, CONTENT_CHECK, LENGTH_CHECK)
            .reading(SOURCE_TIMEOUT, MINIMUM_RATE, UPLOAD_TIMEOUT)
            .thenWaitingIfComplete();

    static final Row IMPORT_VIDEO = Row.call(
                    uploads,
                    values -> {
                        URI source = values.required(SOURCE);
                        return VideoRequests.download(
                                CreationReading.of(values, FileName.ofUrl(source)), source.toString());
                    },
                    (video, values) -> Reply.created(video))
            .reading(PROPERTIES)
            .reading(CREATION, SOURCE)
            .thenWaiting();

    static final Row CLONE_VIDEO = Row.of(uploads, context -> exchange -> copy(context, context.values(exchange)))
            .reading(PROPERTIES)
            .reading(CREATION, VIDEO_ID)
            .thenWaiting();

    private UploadRows() {}

    private static CompletableFuture<Reply> copy(OperationContext context, ExchangeValues values) {
        String original = values.required(VIDEO_ID);
        return titled(context, CreationReading.asSaid(values), original)
                .thenCompose(creation -> context.call(VideoRequests.copy(creation, original)))
                .thenApply(Reply::created);
    }

    /** Gives a copy without a title the title of the original. */
    private static CompletableFuture<VideoCreation> titled(
            OperationContext context, VideoCreation said, String original) {
        return said.title() != null
                ? CompletableFuture.completedFuture(said)
                : context.call(VideoRequests.get(original))
                        .thenApply(video -> said.withTitle(CreationReading.titleOr(video.title())));
    }
}
