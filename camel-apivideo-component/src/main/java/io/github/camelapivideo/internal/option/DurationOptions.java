// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.option;

import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Refuses durations that cannot be read. Camel takes such a text for 0, which means no limit. */
public final class DurationOptions {

    private static final String FORM = "(?i)-?\\d+|(\\d+(d|h|m|s|ms))+|-?p.+";

    private DurationOptions() {}

    /**
     * @param named gives the name of an option however it is written
     * @param typed gives the type of the option of this name; null if there is none; those of the type long are durations
     */
    public static void check(
            Map<String, Object> parameters, UnaryOperator<String> named, Function<String, Class<?>> typed) {
        parameters.forEach((name, value) -> {
            String option = named.apply(name);
            Class<?> type = typed.apply(option);
            if ((type == long.class || type == Long.class)
                    && value instanceof String text
                    && !text.startsWith("#")
                    && !text.matches(FORM)) {
                throw new IllegalArgumentException(NamedValue.of(option, text)
                        + ": allowed are milliseconds, or numbers with d, h, m, s or ms, as in 1m30s");
            }
        });
    }
}
