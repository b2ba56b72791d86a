// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.LanguageSupport;

/** Evaluates Camel's Simple language in options; never in what a message carries. Thread-safe. */
final class SimpleText {

    private SimpleText() {}

    /** The option's value for this exchange; a map with its values evaluated; null if nothing comes of it. */
    static Object evaluate(Object option, Exchange exchange) {
        if (option instanceof Map<?, ?> map) {
            Map<Object, Object> values = new HashMap<>();
            map.forEach((key, value) -> values.put(key, evaluate(value, exchange)));
            values.values().removeIf(value -> value == null);
            return values.isEmpty() ? null : values;
        }
        return option instanceof String text ? evaluate(text, exchange) : option;
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
