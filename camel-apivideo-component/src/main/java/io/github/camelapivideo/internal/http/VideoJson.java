// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
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
 * The service's JSON. Our own values are written as they are. Of an answer, what cannot be understood is passed over, as if
 * it were not there; only what a record declares as required has to be right. No error repeats any of the text, which may
 * contain a secret.
 */
public final class VideoJson {

    private static final Logger LOG = LoggerFactory.getLogger(VideoJson.class);

    // Several in each video of a page; what has more is another language.
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

    /** A value out of JSON, in UTF-8. */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        T value = PLAIN.readValue(json, type);
        if (value == null) {
            throw new IOException("the JSON says null");
        }
        return value;
    }

    /** JSON text, in UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return PLAIN.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not representable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The same as a map of plain values. */
    public static Map<String, Object> map(Object value) {
        return PLAIN.convertValue(value, new TypeReference<>() {});
    }

    /**
     * The answer as a value.
     *
     * @throws OddAnswerException if it is JSON, but what is required is missing or cannot be understood
     * @throws IOException if it is not JSON
     */
    static <T> T answer(byte[] body, Class<T> type) throws IOException {
        return answer(tree(body), type);
    }

    /** The same of an answer that has been parsed; it loses what cannot be understood. */
    static <T> T answer(JsonNode answer, Class<T> type) throws IOException {
        if (!answer.isObject()) {
            throw new OddAnswerException("it is no JSON object");
        }
        removeNullElements(answer);
        for (int oddities = 0; oddities < MOST_ODDITIES; oddities++) {
            try {
                return LENIENT.treeToValue(answer, type);
            } catch (JsonMappingException e) {
                passOver(answer, e.getPath());
            }
        }
        throw new OddAnswerException("there are " + MOST_ODDITIES + " oddities in it");
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
     * The answer as JSON: in UTF-8, and what is wrong with that becomes a replacement character.
     *
     * @throws IOException if it is not JSON
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
     * A part of an answer as a value, with nothing passed over but properties that are new to us.
     *
     * @throws OddAnswerException if anything in it cannot be understood
     */
    static <T> T exactly(JsonNode json, Class<T> type) throws OddAnswerException {
        try {
            return EXACT.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new OddAnswerException("what is needed cannot be understood");
        }
    }

    private static void passOver(JsonNode answer, List<Reference> path) throws OddAnswerException {
        String place = path.stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
        if (path.isEmpty() || !removed(parent(answer, path), path.get(path.size() - 1))) {
            throw new OddAnswerException("what is needed is missing" + (place.isEmpty() ? "" : ": " + place));
        }
        LOG.debug("Passing over {} in an answer, which cannot be understood", place);
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
