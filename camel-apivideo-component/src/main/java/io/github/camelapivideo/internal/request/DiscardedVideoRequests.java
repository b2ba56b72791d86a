// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.container.VideoRequests;
import java.util.Map;
import java.util.Optional;

/** The requests about videos that were deleted and can be restored. */
public final class DiscardedVideoRequests {

    private static final String PATH = "/discarded/videos/{videoId}";
    private static final int NOT_FOUND = 404;

    private DiscardedVideoRequests() {}

    /** Reads a discarded video. */
    public static ApiCall<Video> get(String videoId) {
        return ApiCall.get("Getting the discarded video " + videoId, PATH, videoId)
                .map(answer -> VideoRequests.described(answer, videoId));
    }

    /**
     * Restores a discarded video. The answer may describe the video as it was before, so its value is the identifier
     * alone. After a lost answer, a video that is not discarded any more counts as restored.
     */
    public static ApiCall<String> restore(String videoId) {
        return ApiCall.patch("Restoring " + videoId, new RequestBody.Json(Map.of("discarded", false)), PATH, videoId)
                .map(answer -> videoId)
                .recovering((failure, maybeDone) ->
                        maybeDone && failure.getStatus() == NOT_FOUND ? Optional.of(videoId) : Optional.empty())
                .creating(restored -> restored);
    }
}
