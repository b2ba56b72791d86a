// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;

/** The service's JSON: properties that are new to us are ignored, and nothing in it chooses a Java type. */
public final class VideoJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private VideoJson() {}

    /** A value out of JSON, in UTF-8. */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        T value = MAPPER.readValue(json, type);
        if (value == null) {
            throw new IOException("the JSON says null");
        }
        return value;
    }

    /** JSON text, in UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not representable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The same as a map of plain values. */
    public static Map<String, Object> map(Object value) {
        return MAPPER.convertValue(value, new TypeReference<>() {});
    }
}
