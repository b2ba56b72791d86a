// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.support.LanguageSupport;

/** Evaluates Camel's Simple language in options, never in the contents of a message. Thread-safe. */
final class SimpleText {

    private SimpleText() {}

    /**
     * Returns the option's value for this exchange, or a map with evaluated values; null if the result is empty.
     *
     * @param literals texts that are not evaluated, because they came out of an evaluation
     */
    static Object evaluate(Object option, Set<String> literals, Exchange exchange) {
        if (option instanceof Map<?, ?> map) {
            Map<Object, Object> values = new HashMap<>();
            map.forEach((key, value) -> values.put(key, evaluate(value, literals, exchange)));
            values.values().removeIf(value -> value == null);
            return values.isEmpty() ? null : values;
        }
        if (option instanceof String text) {
            return literals.contains(text) ? text : evaluate(text, exchange);
        }
        return option;
    }

    /**
     * Returns the texts of an option that have Simple language and are empty for this exchange, by their names; the name of
     * an option that is no map is empty.
     */
    static Map<String, String> emptied(Object option, Set<String> literals, Exchange exchange) {
        Map<?, ?> texts = option instanceof Map<?, ?> map ? map : Collections.singletonMap("", option);
        Map<String, String> emptied = new TreeMap<>();
        texts.forEach((name, value) -> {
            if (value instanceof String text
                    && LanguageSupport.hasSimpleFunction(text)
                    && evaluate(value, literals, exchange) == null) {
                emptied.put(String.valueOf(name), text);
            }
        });
        return emptied;
    }

    private static String evaluate(String text, Exchange exchange) {
        if (!LanguageSupport.hasSimpleFunction(text)) {
            return text.isBlank() ? null : text;
        }
        String value = exchange.getContext()
                .resolveLanguage("simple")
                .createExpression(text)
                .evaluate(exchange, String.class);
        return value == null || value.isBlank() ? null : value;
    }
}
