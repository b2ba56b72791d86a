// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.github.camelapivideo.api.ApiValue;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.internal.option.NamedValue;
import io.github.camelapivideo.internal.text.LogSafe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads payloads of requests into records that check themselves. Beyond JSON a text separated by commas is a list of
 * texts, and a map is a list of {@link Metadata}. Errors name the property, its value and what is allowed; Jackson's own
 * are not their causes, because they repeat values with their line breaks.
 */
public final class Payloads {

    // Under whatever name, and in whatever form, a stream key may be in it.
    private static final String WITH_SECRETS = "restreams";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().setDeserializerModifier(new Lists()))
            .withCoercionConfig(
                    LogicalType.Boolean,
                    numbers -> numbers.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
            .build();

    private static final TypeReference<Map<String, Object>> ENTRIES = new TypeReference<>() {};

    // Each upload asks for them, and reflection takes its time.
    private static final ClassValue<List<String>> NAMES = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
            return readNames(type);
        }
    };

    private Payloads() {}

    /**
     * Returns the entries of an option that is a map and is written as JSON text.
     *
     * @throws IllegalArgumentException if the text is no object of texts, numbers and booleans
     */
    public static Map<String, Object> entries(String option, String text) {
        try {
            Map<String, Object> entries = MAPPER.readValue(text, ENTRIES);
            if (entries != null && entries.values().stream().allMatch(Payloads::isPlain)) {
                return entries;
            }
        } catch (JsonProcessingException e) {
            // As any other text that is no such object.
        }
        // The text may be a secret in the wrong place and is not repeated.
        throw new IllegalArgumentException(
                option + ": is not a JSON object of texts, numbers and booleans; allowed are " + option
                        + ".name=value, or text such as {\"name\": \"value\"}");
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /**
     * Returns the properties of a payload, with the names that they have in JSON.
     *
     * @param name of what holds the payload, for messages
     * @param payload an instance of the type, a map, or JSON text; null for none
     * @throws IllegalArgumentException if it is something else, or has a property that the type does not have
     */
    static Map<String, Object> properties(String name, Object payload, Class<?> type) {
        Map<String, Object> properties = map(name, payload, type);
        List<String> allowed = names(type);
        properties.keySet().stream()
                .filter(property -> !allowed.contains(property))
                .findFirst()
                .ifPresent(property -> {
                    throw new IllegalArgumentException(name + ": unknown property '" + LogSafe.brief(property)
                            + "'; allowed are " + String.join(", ", allowed));
                });
        return properties;
    }

    private static Map<String, Object> map(String name, Object payload, Class<?> type) {
        if (payload == null || payload instanceof String text && text.isBlank()) {
            return Map.of();
        }
        if (payload instanceof Map<?, ?> map) {
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((key, value) -> named.put(String.valueOf(key), value));
            return named;
        }
        if (type.isInstance(payload)) {
            return MAPPER.convertValue(payload, new TypeReference<>() {});
        }
        if (payload instanceof String text) {
            return parse(name, text);
        }
        if (payload instanceof byte[] bytes) {
            return parse(name, new String(bytes, StandardCharsets.UTF_8));
        }
        throw new IllegalArgumentException(name + " is a " + payload.getClass().getName() + ": allowed is a "
                + type.getSimpleName() + " or a Map, or JSON text");
    }

    /**
     * Returns a value that is written as JSON.
     *
     * @param payload a value of the service, a map, a list, or JSON text; null for an empty object
     * @throws IllegalArgumentException if it is something else
     */
    static Object json(String name, Object payload) {
        if (payload == null || payload instanceof String text && text.isBlank()) {
            return Map.of();
        }
        if (payload instanceof ApiValue || payload instanceof Map<?, ?> || payload instanceof List<?>) {
            return payload;
        }
        if (payload instanceof String || payload instanceof byte[]) {
            String text =
                    payload instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : (String) payload;
            return tree(name, text);
        }
        throw new IllegalArgumentException(name + " is a " + payload.getClass().getName()
                + ": allowed is a value of the service, a Map, a List or JSON text");
    }

    private static JsonNode tree(String name, String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            if (json.isContainerNode()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Its own text would repeat the value.
        }
        throw new IllegalArgumentException(name + ": is not the text of a JSON object or array");
    }

    private static Map<String, Object> parse(String name, String json) {
        try {
            return Objects.requireNonNullElse(MAPPER.readValue(json, new TypeReference<>() {}), Map.of());
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new IllegalArgumentException(name + ": is not the text of a JSON object" + place);
        }
    }

    /**
     * Returns the record with these properties.
     *
     * @throws IllegalArgumentException if one of them has a value that it cannot have
     */
    static <T> T read(Map<String, Object> properties, Class<T> type) {
        try {
            return MAPPER.treeToValue(MAPPER.valueToTree(properties), type);
        } catch (JsonMappingException e) {
            throw ownCheck(e).orElseGet(() -> new IllegalArgumentException(explained(e, properties)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(LogSafe.brief(e.getOriginalMessage()));
        }
    }

    /** Returns what the record itself says about a value. */
    private static Optional<IllegalArgumentException> ownCheck(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .map(IllegalArgumentException.class::cast)
                .findFirst();
    }

    private static String explained(JsonMappingException e, Map<String, Object> properties) {
        StringBuilder path = new StringBuilder();
        Object value = properties;
        for (JsonMappingException.Reference step : e.getPath()) {
            boolean named = step.getFieldName() != null;
            path.append(!named ? "[" + step.getIndex() + "]" : path.isEmpty() ? "" : ".")
                    .append(named ? step.getFieldName() : "");
            value = value instanceof Map<?, ?> map
                    ? map.get(step.getFieldName())
                    : value instanceof List<?> list && !named && step.getIndex() < list.size()
                            ? list.get(step.getIndex())
                            : value;
        }
        boolean secret = path.toString().startsWith(WITH_SECRETS);
        return NamedValue.of(path.toString(), secret ? "***" : value) + ": " + allowed(e);
    }

    private static String allowed(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown; allowed are " + String.join(", ", names(unknown.getReferringClass()));
        }
        Class<?> type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return "allowed is a " + (type == String.class || type == Boolean.class ? type.getSimpleName() : "Map");
    }

    private static List<String> names(Class<?> type) {
        return NAMES.get(type);
    }

    private static List<String> readNames(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> {
                    JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
                    return name == null ? component.getName() : name.value();
                })
                .toList();
    }

    private static final class Lists extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> usual) {
            Class<?> content = type.getContentType().getRawClass();
            return content == String.class ? new Words() : content == Metadata.class ? new Entries() : usual;
        }
    }

    private static final class Words extends JsonDeserializer<List<String>> {

        @Override
        public List<String> deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String[] words = json.isExpectedStartArrayToken()
                    ? context.readValue(json, String[].class)
                    : context.readValue(json, String.class).split(",");
            return Arrays.stream(words)
                    .map(String::trim)
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    private static final class Entries extends JsonDeserializer<List<Metadata>> {

        private static final List<String> NAMES = names(Metadata.class);

        @Override
        public List<Metadata> deserialize(JsonParser json, DeserializationContext context) throws IOException {
            TypeFactory types = context.getTypeFactory();
            JavaType texts = types.constructMapType(LinkedHashMap.class, String.class, String.class);
            if (json.isExpectedStartObjectToken()) {
                Map<String, String> values = context.readValue(json, texts);
                return values.entrySet().stream()
                        .map(entry -> new Metadata(entry.getKey(), entry.getValue()))
                        .toList();
            }
            Map<String, String>[] entries = context.readValue(json, types.constructArrayType(texts));
            return Arrays.stream(entries).map(Entries::entry).toList();
        }

        // Metadata ignores what the service may add to an answer; in a request it is a mistake.
        private static Metadata entry(Map<String, String> entry) {
            entry.forEach((name, value) -> {
                if (!NAMES.contains(name)) {
                    throw new IllegalArgumentException(NamedValue.of("metadata." + name, value)
                            + ": unknown; allowed are " + String.join(", ", NAMES));
                }
            });
            return new Metadata(entry.get("key"), entry.get("value"));
        }
    }
}
