// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.github.camelapivideo.internal.call.ApiAnswer.OddAnswerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and writes the service's JSON. In an answer, a property that cannot be read is ignored, unless a record
 * declares it as required. Errors repeat no text of the answer, which may contain a secret. Thread-safe.
 */
public final class VideoJson {

    private static final Logger LOG = LoggerFactory.getLogger(VideoJson.class);

    // Enough for several in each video of a page; an answer with more has another format.
    private static final int MOST_ODDITIES = 1000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectMapper PLAIN = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .withCoercionConfig(LogicalType.Textual, text -> {
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .withCoercionConfig(
                    LogicalType.Integer, number -> number.setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
            .build();

    private static final ObjectMapper EXACT =
            LENIENT.copy().setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));

    static {
        EXACT.coercionConfigFor(LogicalType.Integer)
                .setAcceptBlankAsEmpty(false)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }

    private VideoJson() {}

    /** Reads a value from JSON in UTF-8. */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        T value = PLAIN.readValue(json, type);
        if (value == null) {
            throw new IOException("the JSON is null");
        }
        return value;
    }

    /** Writes a value as JSON in UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return PLAIN.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not representable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Converts a value to a map of plain values. */
    public static Map<String, Object> map(Object value) {
        return PLAIN.convertValue(value, new TypeReference<>() {});
    }

    /**
     * Reads an answer into a value.
     *
     * @throws OddAnswerException if a required property is missing or cannot be read
     * @throws IOException if the answer is not JSON
     */
    static <T> T answer(byte[] body, Class<T> type) throws IOException {
        return answer(tree(body), type);
    }

    /** Reads a parsed answer into a value, and removes the properties that cannot be read from it. */
    static <T> T answer(JsonNode answer, Class<T> type) throws IOException {
        return answer(answer, PLAIN.constructType(type));
    }

    /** Reads a parsed answer into a value of a type with type arguments, such as a page of videos. */
    static <T> T answer(JsonNode answer, JavaType type) throws IOException {
        if (!answer.isObject()) {
            throw new OddAnswerException("it is no JSON object");
        }
        removeNullElements(answer);
        for (int oddities = 0; oddities < MOST_ODDITIES; oddities++) {
            try {
                return LENIENT.treeToValue(answer, type);
            } catch (JsonMappingException e) {
                ignore(answer, e.getPath());
            }
        }
        throw new OddAnswerException("it has " + MOST_ODDITIES + " or more properties that cannot be read");
    }

    private static void removeNullElements(JsonNode json) {
        for (Iterator<JsonNode> elements = json.elements(); elements.hasNext(); ) {
            JsonNode element = elements.next();
            if (json.isArray() && element.isNull()) {
                elements.remove();
            } else {
                removeNullElements(element);
            }
        }
    }

    /**
     * Parses an answer in UTF-8; wrong bytes become replacement characters.
     * @throws IOException if the answer is not JSON
     */
    static JsonNode tree(byte[] body) throws IOException {
        String all = new String(body, StandardCharsets.UTF_8);
        String text = all.startsWith(BYTE_ORDER_MARK) ? all.substring(1) : all;
        if (text.isBlank()) {
            throw new IOException("it is empty");
        }
        try {
            return LENIENT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IOException("it is not JSON");
        }
    }

    /**
     * Reads a part of an answer into a value. Unknown properties are ignored, every other one has to be readable.
     *
     * @throws OddAnswerException if a known property cannot be read
     */
    static <T> T exactly(JsonNode json, Class<T> type) throws OddAnswerException {
        try {
            return EXACT.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new OddAnswerException("a required property cannot be read");
        }
    }

    private static void ignore(JsonNode answer, List<Reference> path) throws OddAnswerException {
        String place = path.stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
        if (path.isEmpty() || !removed(parent(answer, path), path.get(path.size() - 1))) {
            throw new OddAnswerException("a required property is missing" + (place.isEmpty() ? "" : ": " + place));
        }
        LOG.debug("Ignoring {} in an answer, which cannot be read", place);
    }

    private static JsonNode parent(JsonNode answer, List<Reference> path) {
        JsonNode node = answer;
        for (Reference step : path.subList(0, path.size() - 1)) {
            node = step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
        }
        return node;
    }

    private static boolean removed(JsonNode parent, Reference step) {
        return parent instanceof ObjectNode object && object.remove(step.getFieldName()) != null
                || parent instanceof ArrayNode array && array.remove(step.getIndex()) != null;
    }
}
