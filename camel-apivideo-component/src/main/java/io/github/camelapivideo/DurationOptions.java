// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.option.NamedValue;
import java.util.Map;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.StringHelper;

/** Refuses durations that cannot be read. Camel takes such a text for 0, which means no limit. */
final class DurationOptions {

    private static final String FORM = "(?i)-?\\d+|(\\d+(d|h|m|s|ms))+|-?p.+";

    private DurationOptions() {}

    /** @param known the options of an endpoint; those of the type long are durations */
    static void check(Map<String, Object> parameters, PropertyConfigurerGetter known) {
        parameters.forEach((name, value) -> {
            String option = StringHelper.dashToCamelCase(name);
            Class<?> type = known.getOptionType(option, true);
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
