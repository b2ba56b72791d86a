// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelapivideo.simulator.problem.ProblemType;
import java.io.IOException;
import java.util.Map;

/** Reads the JSON object in the body of a request. */
final class JsonPayload {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonPayload() {}

    /** Refuses a body that is not a JSON object. */
    static Map<String, Object> read(byte[] json) {
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
