// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.asset.Chapter;
import io.github.camelapivideo.internal.asset.AssetCall;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RequestGate.Budget;

/** The requests about the chapters of a video, as values. */
public final class ChapterRequests {

    private static final String PATH = "/videos/{videoId}/chapters/{language}";
    private static final ResourceKind<Chapter> KIND =
            new ResourceKind<>("the chapters", Chapter.class, "language", Chapter::language);

    private ChapterRequests() {}

    /** Reads the chapters in one language. */
    public static ApiCall<Chapter> get(String videoId, String language) {
        return ApiCall.get("Getting " + text(videoId, language), PATH, videoId, language)
                .map(answer -> KIND.named(answer, language));
    }

    /** Sends the chapters in one language. */
    public static AssetCall<Chapter> upload(String videoId, String language) {
        return new AssetCall<>(
                form -> ApiCall.post("Uploading " + text(videoId, language), form, PATH, videoId, language)
                        .naming(videoId)
                        .countingAs(Budget.SMALL_FILES)
                        .map(answer -> KIND.named(answer, language)),
                get(videoId, language));
    }

    /** Deletes the chapters in one language. Chapters that do not exist count as deleted. */
    public static ApiCall<Boolean> delete(String videoId, String language) {
        return ApiCall.delete("Deleting " + text(videoId, language), PATH, videoId, language);
    }

    private static String text(String videoId, String language) {
        return "the chapters " + language + " of " + videoId;
    }
}
