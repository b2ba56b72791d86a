// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelapivideo.api.UploadProgress;

/**
 * The state of one upload, as clients receive it.
 *
 * @param bytes the number of bytes that api.video has received
 * @param length the number of bytes of the video; -1 if the request does not declare it
 * @param player the URL of the player; null before the upload is complete
 * @param playable whether api.video has encoded enough of it to play
 * @param problem the reason of the failure; null if it did not fail
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

    /** Returns the percentage, from 0 to 100; -1 if the length is unknown. */
    @JsonProperty
    int percent() {
        return length <= 0 ? -1 : (int) Math.min(100, bytes * 100 / length);
    }
}
