// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import static io.github.camelapivideo.internal.input.Inputs.VIDEO_ID;
import static io.github.camelapivideo.internal.operation.Row.Group.videos;

import io.github.camelapivideo.internal.container.VideoRequests;

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

    static final Row DELETE_VIDEO = Row.call(
                    videos,
                    values -> VideoRequests.delete(values.required(VIDEO_ID)),
                    (deleted, values) -> Reply.deleted())
            .reading(VIDEO_ID);

    private VideoRows() {}
}
