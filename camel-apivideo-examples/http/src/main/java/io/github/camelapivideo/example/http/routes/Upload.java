// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelapivideo.api.UploadProgress;

/**
 * One upload, as whoever asks is told.
 *
 * @param bytes how many of them api.video has got
 * @param length how many there are in all; -1 if the request did not tell
 * @param player where the video is; null before the upload is complete
 * @param playable whether api.video has encoded enough of it
 * @param problem why it failed; null if it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Upload(
        String id,
        State state,
        long bytes,
        long length,
        int parts,
        String videoId,
        String player,
        boolean playable,
        Problem problem) {

    enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("complete")
        COMPLETE,
        @JsonProperty("failed")
        FAILED
    }

    static Upload begin(String id, long length) {
        return new Upload(id, State.RUNNING, 0, length, 0, null, null, false, null);
    }

    Upload at(UploadProgress progress) {
        return new Upload(
                id, state, progress.bytes(), length, progress.parts(), progress.videoId(), player, playable, problem);
    }

    Upload complete(String video, String whereToWatch) {
        return new Upload(id, State.COMPLETE, bytes, bytes, parts, video, whereToWatch, false, null);
    }

    Upload nowPlayable() {
        return new Upload(id, state, bytes, length, parts, videoId, player, true, problem);
    }

    Upload failed(Problem why) {
        return new Upload(id, State.FAILED, bytes, length, parts, null, null, false, why);
    }

    /** From 0 to 100; -1 while nobody knows. */
    @JsonProperty
    int percent() {
        return length <= 0 ? -1 : (int) Math.min(100, bytes * 100 / length);
    }
}
