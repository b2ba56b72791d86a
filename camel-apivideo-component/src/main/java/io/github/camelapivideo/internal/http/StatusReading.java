// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.api.VideoStatus.Ingest;
import io.github.camelapivideo.api.VideoStatus.ReceivedParts;
import io.github.camelapivideo.internal.call.ApiAnswer.OddAnswerException;
import java.io.IOException;
import java.util.Set;

/**
 * Reads the status of a video. The record of received parts is read strictly: a record that cannot be read is an error,
 * because otherwise the container could be taken for empty or complete. Thread-safe.
 */
final class StatusReading {

    private static final String UPLOADING = "uploading";

    private StatusReading() {}

    /**
     * Reads the status.
     *
     * @throws OddAnswerException if the record of received parts does not have the service's form
     * @throws IOException if the answer is not JSON
     */
    static VideoStatus read(byte[] body) throws IOException {
        JsonNode answer = VideoJson.tree(body);
        JsonNode ingest = answer.path("ingest");
        if (ingest.isNull()) {
            return nothingYet(answer);
        }
        check(ingest.isObject());
        check(VideoJson.exactly(ingest, Ingest.class), ingest);
        VideoStatus status = VideoJson.answer(answer, VideoStatus.class);
        check(!status.empty() || saysThatItIsEmpty(status.ingest(), ingest));
        return status;
    }

    // The service shows no record of an empty container, and then nothing of it is encoded.
    private static VideoStatus nothingYet(JsonNode answer) throws IOException {
        VideoStatus status = VideoJson.answer(answer, VideoStatus.class);
        check(answer.path("encoding").isObject());
        check(!status.encoding().playable() && status.encoding().qualities().isEmpty());
        return status;
    }

    // Only a received part names the total.
    private static boolean saysThatItIsEmpty(Ingest ingest, JsonNode json) {
        return UPLOADING.equals(ingest.status())
                && json.has("receivedParts")
                && ingest.receivedParts().total() == null;
    }

    private static void check(Ingest ingest, JsonNode json) throws OddAnswerException {
        check(ingest.filesize() == null || ingest.filesize() >= 0);
        check(!json.path("receivedBytes").isNull());
        JsonNode parts = json.path("receivedParts");
        check(parts.isMissingNode() || parts.path("parts").isArray());
        check(ingest.receivedParts());
    }

    private static void check(ReceivedParts received) throws OddAnswerException {
        int highest = received.total() == null ? Integer.MAX_VALUE : received.total();
        check(highest > 0);
        check(received.parts().stream().allMatch(number -> number >= 1 && number <= highest));
        check(Set.copyOf(received.parts()).size() == received.parts().size());
    }

    private static void check(boolean understood) throws OddAnswerException {
        if (!understood) {
            throw new OddAnswerException("its record of the received parts (ingest) does not have the service's form");
        }
    }
}
