// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.api.ApiValue;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.option.NamedValue;
import io.github.camelapivideo.internal.option.Options;
import io.github.camelapivideo.internal.text.LogSafe;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.ExpressionIllegalSyntaxException;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.support.LanguageSupport;
import org.apache.camel.util.ObjectHelper;

/** Checks the texts of options before the first exchange: Simple language, and the properties of a video. */
public final class OptionTexts {

    // Only a new video and the filters of lists have it; other operations have another language, for example.
    private static final String OF_VIDEOS = "metadata";

    // Its values are free texts, but its identifier must not be missing.
    private static final String FREE = "watermark";

    private final CamelContext context;
    private final Options options;
    private final Set<String> literals;

    /** @param literals texts that are not evaluated, because they came out of an evaluation */
    public OptionTexts(CamelContext context, Options options, Set<String> literals) {
        this.context = context;
        this.options = options;
        this.literals = literals;
    }

    /**
     * Checks these options. What Simple language gives is only known with an exchange, and is checked then.
     *
     * @param names of the options that the endpoint reads for each exchange
     * @throws IllegalArgumentException if Simple language in one of them cannot be parsed, or one has a property or a
     *     value that a video cannot have
     */
    public void check(Collection<String> names) {
        names.forEach(name -> parse(name, options.get(name)));
        if (names.contains(OF_VIDEOS)) {
            Payloads.read(properties(names), VideoCreation.class);
        }
    }

    private void parse(String name, Object option) {
        if (option instanceof Map<?, ?> map) {
            map.forEach((key, value) -> parse(name + "." + key, value));
        } else if (option instanceof String text && isSimple(text)) {
            parse(name, text);
        }
    }

    private void parse(String name, String text) {
        try {
            context.resolveLanguage("simple").createExpression(text);
        } catch (ExpressionIllegalSyntaxException e) {
            if (ObjectHelper.getException(NoSuchBeanException.class, e) != null) {
                // The application may register the bean later.
                return;
            }
            // Its own text repeats the value below.
            String reason = e.getMessage().lines().findFirst().orElse("");
            throw new IllegalArgumentException(
                    NamedValue.of(name, text) + ": is no valid Simple language: " + LogSafe.brief(reason));
        }
    }

    private Map<String, Object> properties(Collection<String> names) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Inputs.PROPERTIES.stream()
                .map(Input::option)
                .filter(names::contains)
                .forEach(name -> properties.put(name, fixed(options.get(name), !name.equals(FREE))));
        return properties;
    }

    private Object fixed(Object option, boolean withoutSimple) {
        if (option instanceof Map<?, ?> map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((name, value) -> values.put(String.valueOf(name), fixed(value, withoutSimple)));
            values.values().removeIf(value -> value == null);
            return values.isEmpty() ? null : values;
        }
        return isKnown(option, withoutSimple) ? option : null;
    }

    private boolean isKnown(Object option, boolean withoutSimple) {
        if (option instanceof String text) {
            return !text.isBlank() && !(withoutSimple && isSimple(text));
        }
        // Camel converts other objects to texts with each exchange.
        return option instanceof Number
                || option instanceof Boolean
                || option instanceof ApiValue
                || option instanceof Collection<?> list && list.stream().allMatch(one -> isKnown(one, false));
    }

    private boolean isSimple(String text) {
        return !literals.contains(text) && LanguageSupport.hasSimpleFunction(text);
    }
}
