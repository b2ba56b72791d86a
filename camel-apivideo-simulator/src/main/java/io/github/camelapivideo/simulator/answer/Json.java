// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelapivideo.simulator.problem.ProblemType;
import java.io.IOException;
import java.util.Map;

/** JSON to and from plain values. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @throws IllegalArgumentException if it is not JSON */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Refuses what is not an object. */
    public static Map<String, Object> object(byte[] json) {
        try {
            Map<String, Object> object = MAPPER.readValue(json, new TypeReference<>() {});
            if (object != null) {
                return object;
            }
        } catch (IOException e) {
            throw ProblemType.INVALID_PAYLOAD.because("", "The body is not a JSON object.");
        }
        throw ProblemType.INVALID_PAYLOAD.because("", "The body is null.");
    }
}
