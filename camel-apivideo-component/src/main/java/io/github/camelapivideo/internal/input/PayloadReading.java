// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.internal.option.NamedValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the payload of a request: the header of one property wins over the header of the whole, that over an option.
 * For one exchange.
 */
final class PayloadReading {

    private static final String BODY = "Body";

    private final ExchangeValues values;
    private final Map<String, Object> payload = new LinkedHashMap<>();

    // Where a property comes from, as a message begins.
    private final Map<String, String> sources = new LinkedHashMap<>();

    PayloadReading(ExchangeValues values) {
        this.values = values;
    }

    /** Sets a property that nothing else may set. */
    PayloadReading withDefault(String property, Object value) {
        payload.put(property, value);
        return this;
    }

    /**
     * Returns the payload.
     *
     * @param whole the header of all properties
     * @param properties the inputs of the single ones
     * @throws IllegalArgumentException if one has a value that it cannot have; the message begins with its header
     */
    <T> T read(Class<T> type, Input<?> whole, List<Input<?>> properties) {
        String wholeSource = "Header " + whole.header();
        return read(type, wholeSource, Payloads.properties(wholeSource, values.header(whole), type), properties);
    }

    /** The same without a header of all properties. */
    <T> T read(Class<T> type, List<Input<?>> properties) {
        return read(type, "", Map.of(), properties);
    }

    /**
     * Returns the payload, where the body of the exchange has all properties.
     *
     * @param properties the inputs of those that a header or an option may have, too
     */
    <T> T readBody(Class<T> type, List<Input<?>> properties) {
        return readBody(type, Payloads.properties(BODY, values.bodyPayload(), type), properties);
    }

    /** The same for changes: what the service makes of a null is not documented. */
    <T> T readChanges(Class<T> type, List<Input<?>> properties) {
        Map<String, Object> given = Payloads.properties(BODY, values.bodyPayload(), type);
        given.forEach((property, value) -> {
            if (value == null) {
                throw new IllegalArgumentException(BODY + ": " + NamedValue.of(property, null)
                        + ": allowed is a value; a property that is not there stays as it is");
            }
        });
        return readBody(type, given, properties);
    }

    private <T> T readBody(Class<T> type, Map<String, Object> given, List<Input<?>> properties) {
        given.forEach((property, value) -> {
            if (value != null) {
                put(property, BODY + ": ", () -> plain(property, value));
            }
        });
        return read(type, BODY, given, properties);
    }

    private <T> T read(Class<T> type, String wholeSource, Map<String, Object> given, List<Input<?>> properties) {
        for (Input<?> property : properties) {
            Object header = filledHeader(property);
            Object inWhole = given.get(property.name());
            if (header != null) {
                put(property, header, "Header " + property.header() + ": ");
            } else if (inWhole != null) {
                put(property, inWhole, wholeSource + ": ");
            } else {
                put(property, values.evaluatedOption(property), "");
            }
        }
        return checked(type);
    }

    // An empty text is no list and no map: only an empty collection empties what a video has.
    private Object filledHeader(Input<?> property) {
        Object header = values.header(property);
        return property.type() == Object.class && header instanceof String text && text.isBlank() ? null : header;
    }

    private void put(Input<?> property, Object value, String source) {
        if (value == null) {
            return;
        }
        put(property.name(), source, () -> converted(property, value));
    }

    private void put(String property, String source, Step<Object> value) {
        sources.put(property, source);
        payload.put(property, named(source, value));
    }

    private Object converted(Input<?> property, Object value) {
        return property.type() == Object.class
                ? plain(property.name(), value)
                : values.convert(property.type(), property.name(), value);
    }

    /** Returns a value of maps, lists and texts; Camel makes the texts. */
    private Object plain(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, content) -> plain.put(String.valueOf(key), plain(name + "." + key, content)));
            return plain;
        }
        if (ExchangeValues.listed(value) instanceof Collection<?> list) {
            return list.stream().map(content -> plain(name, content)).toList();
        }
        return value instanceof Record ? value : values.convert(String.class, name, value);
    }

    private <T> T checked(Class<T> type) {
        try {
            return Payloads.read(payload, type);
        } catch (IllegalArgumentException e) {
            // The property that is wrong is wrong alone, too.
            sources.forEach((property, source) ->
                    named(source, () -> Payloads.read(Map.of(property, payload.get(property)), type)));
            throw e;
        }
    }

    private interface Step<T> {
        T value();
    }

    private static <T> T named(String source, Step<T> step) {
        try {
            return step.value();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + e.getMessage(), e);
        }
    }
}
