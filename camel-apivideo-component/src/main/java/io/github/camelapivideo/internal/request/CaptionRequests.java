// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.asset.Caption;
import io.github.camelapivideo.internal.asset.AssetCall;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import java.util.Map;

/** The requests about the captions of a video, as values. */
public final class CaptionRequests {

    private static final String PATH = "/videos/{videoId}/captions/{language}";
    private static final ResourceKind<Caption> KIND =
            new ResourceKind<>("caption", Caption.class, "srclang", Caption::srclang);

    private CaptionRequests() {}

    /** Reads the caption in one language. */
    public static ApiCall<Caption> get(String videoId, String language) {
        return ApiCall.get("Getting " + text(videoId, language), PATH, videoId, language)
                .map(answer -> KIND.named(answer, language));
    }

    /** Sends the caption in one language. */
    public static AssetCall<Caption> upload(String videoId, String language) {
        return new AssetCall<>(
                form -> ApiCall.post("Uploading " + text(videoId, language), form, PATH, videoId, language)
                        .naming(videoId)
                        .countingAs(Budget.SMALL_FILES)
                        .map(answer -> KIND.named(answer, language)),
                get(videoId, language));
    }

    /** Makes the caption the one that players show by default, or no longer that one. */
    public static ApiCall<Caption> setDefault(String videoId, String language, boolean isDefault) {
        RequestBody body = new RequestBody.Json(Map.of("default", isDefault));
        return ApiCall.patch("Updating " + text(videoId, language), body, PATH, videoId, language)
                .map(answer -> KIND.named(answer, language));
    }

    /** Deletes the caption in one language. A caption that does not exist counts as deleted. */
    public static ApiCall<Boolean> delete(String videoId, String language) {
        return ApiCall.delete("Deleting " + text(videoId, language), PATH, videoId, language);
    }

    private static String text(String videoId, String language) {
        return "the caption " + language + " of " + videoId;
    }
}
