// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.asset.AssetCall;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.container.VideoRequests;
import java.util.Map;

/** The requests about the thumbnail of a video, as values. */
public final class ThumbnailRequests {

    private static final String PATH = "/videos/{videoId}/thumbnail";

    private ThumbnailRequests() {}

    /** Sends an image as the thumbnail. */
    public static AssetCall<Video> upload(String videoId) {
        return AssetCall.of(form -> ApiCall.post("Uploading the thumbnail of " + videoId, form, PATH, videoId)
                .naming(videoId)
                .countingAs(Budget.SMALL_FILES)
                .map(answer -> VideoRequests.described(answer, videoId)));
    }

    /** Makes one frame of the video its thumbnail. The first frame if the video has no such time. */
    public static ApiCall<Video> pick(String videoId, String timecode) {
        RequestBody body = new RequestBody.Json(Map.of("timecode", timecode));
        return ApiCall.patch("Picking the thumbnail of " + videoId, body, PATH, videoId)
                .naming(videoId)
                .map(answer -> VideoRequests.described(answer, videoId));
    }
}
