// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Json;
import java.nio.charset.StandardCharsets;

/**
 * A change of one place in a JSON answer.
 *
 * @param value the new value; null to remove the place
 */
record JsonAlteration(JsonPointer place, JsonNode value) {

    static JsonAlteration of(String pointer, String json) {
        return new JsonAlteration(JsonPointer.compile(pointer), json == null ? null : Json.tree(json));
    }

    /** The answer with the change; unchanged if it is not JSON or has no such place. */
    Answer in(Answer answer) {
        if (!(answer instanceof Answer.Bytes bytes)
                || bytes.contentType() == null
                || !bytes.contentType().contains("json")) {
            return answer;
        }
        byte[] altered = Json.bytes(in(Json.tree(new String(bytes.body(), StandardCharsets.UTF_8))));
        return new Answer.Bytes(bytes.status(), bytes.contentType(), altered, bytes.headers(), bytes.problemSlug());
    }

    private JsonNode in(JsonNode whole) {
        if (place.matches()) {
            return value;
        }
        JsonNode parent = whole.at(place.head());
        if (parent instanceof ObjectNode object) {
            alter(object, place.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode array) {
            alter(array, place.last().getMatchingIndex());
        }
        return whole;
    }

    private void alter(ObjectNode object, String property) {
        if (value == null) {
            object.remove(property);
        } else {
            object.set(property, value);
        }
    }

    private void alter(ArrayNode array, int index) {
        if (value == null) {
            array.remove(index);
        } else if (array.has(index)) {
            array.set(index, value);
        }
    }
}
