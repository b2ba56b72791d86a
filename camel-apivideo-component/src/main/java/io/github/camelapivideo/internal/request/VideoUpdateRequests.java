// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoUpdate;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.container.VideoRequests;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The requests that change a video. */
public final class VideoUpdateRequests {

    private static final int CONFLICT = 409;

    private VideoUpdateRequests() {}

    /**
     * Changes a video.
     *
     * @return a call whose value is empty if, after a lost answer, the service refuses the summary because it exists: the
     *     first try has asked for it, but nothing tells whether it has changed the rest
     */
    public static ApiCall<Optional<Video>> update(String videoId, VideoUpdate update) {
        return ApiCall.patch("Updating " + videoId, new RequestBody.Json(json(update)), "/videos/{videoId}", videoId)
                .naming(videoId)
                .map(answer -> Optional.of(VideoRequests.described(answer, videoId)))
                .recovering((failure, maybeDone) ->
                        maybeDone && update.transcriptSummary() != null && failure.getStatus() == CONFLICT
                                ? Optional.of(Optional.empty())
                                : Optional.empty());
    }

    /** Returns the attributes that change. Only that of the player may be null, which removes it. */
    private static Map<String, Object> json(VideoUpdate update) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("title", update.title());
        attributes.put("description", update.description());
        attributes.put("public", update.isPublic());
        attributes.put("panoramic", update.panoramic());
        attributes.put("mp4Support", update.mp4Support());
        attributes.put("playerId", update.playerId());
        attributes.put("tags", update.tags());
        attributes.put("metadata", update.metadata());
        attributes.put("language", update.language());
        attributes.put("transcript", update.transcript());
        attributes.put("transcriptSummary", update.transcriptSummary());
        attributes.put("transcriptSummaryAttributes", update.transcriptSummaryAttributes());
        attributes.values().removeIf(Objects::isNull);
        if (update.removePlayer() != null) {
            attributes.put("playerId", null);
        }
        return attributes;
    }
}
