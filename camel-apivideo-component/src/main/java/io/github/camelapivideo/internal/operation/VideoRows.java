// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import static io.github.camelapivideo.internal.input.Inputs.DRY_RUN;
import static io.github.camelapivideo.internal.input.Inputs.MAX_AGE;
import static io.github.camelapivideo.internal.input.Inputs.UPDATE_MODE;
import static io.github.camelapivideo.internal.input.Inputs.VIDEO_ID;
import static io.github.camelapivideo.internal.input.Inputs.WAITING;
import static io.github.camelapivideo.internal.operation.Row.Group.videos;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.cleanup.CleanUp;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.input.UpdateReading;
import io.github.camelapivideo.internal.input.VideoFilter;
import io.github.camelapivideo.internal.option.Options;
import io.github.camelapivideo.internal.request.DiscardedVideoRequests;

/** The operations about a video that exists. */
final class VideoRows {

    static final Row GET_VIDEO = Row.call(
                    videos,
                    values -> VideoRequests.get(values.required(VIDEO_ID)),
                    (video, values) -> Reply.video(video))
            .reading(VIDEO_ID);

    static final Row GET_STATUS = Row.call(
                    videos, values -> VideoRequests.status(values.required(VIDEO_ID)), Reply::status)
            .reading(VIDEO_ID);

    static final Row WAIT_FOR_VIDEO =
            Row.of(videos, Waiting::new).reading(VIDEO_ID).reading(WAITING);

    static final Row UPDATE_VIDEO =
            Row.of(videos, UpdateOperation::new).reading(UpdateReading.INPUTS).reading(VIDEO_ID, UPDATE_MODE);

    static final Row DELETE_VIDEO = Row.call(
                    videos,
                    values -> VideoRequests.delete(values.required(VIDEO_ID)),
                    (deleted, values) -> Reply.deleted())
            .reading(VIDEO_ID);

    // No header chooses what is deleted but the filters, which only exclude.
    static final Row DELETE_ABANDONED =
            Row.of(videos, VideoRows::cleanUp).reading(MAX_AGE, DRY_RUN).reading(VideoFilter.INPUTS);

    static final Row LIST_VIDEOS = listed("/videos");

    static final Row GET_DISCARDED_VIDEO = Row.call(
                    videos,
                    values -> DiscardedVideoRequests.get(values.required(VIDEO_ID)),
                    (video, values) -> Reply.video(video))
            .reading(VIDEO_ID);

    static final Row RESTORE_VIDEO = Row.of(videos, context -> exchange -> {
                String videoId = context.values(exchange).required(VIDEO_ID);
                return context.call(DiscardedVideoRequests.restore(videoId))
                        .thenCompose(restored -> context.call(VideoRequests.get(restored)))
                        .thenApply(Reply::video);
            })
            .reading(VIDEO_ID);

    static final Row LIST_DISCARDED_VIDEOS = listed("/discarded/videos");

    private VideoRows() {}

    private static OperationHandler cleanUp(OperationContext context) {
        Options options = context.settings().options();
        CleanUp cleanUp = new CleanUp(
                options.duration(MAX_AGE.option()), options.flag(DRY_RUN.option()), context::call, context::isFilling);
        return exchange -> cleanUp.run(VideoFilter.of(context.values(exchange))).thenApply(Reply::abandoned);
    }

    private static Row listed(String path) {
        return ListRow.of(videos, Video.class, Video::videoId, path)
                .sortedBy("createdAt", "publishedAt", "title", "updatedAt")
                .filteredBy(VideoFilter.INPUTS, VideoFilter::of)
                .row();
    }
}
