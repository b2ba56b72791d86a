// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.option;

import java.time.Duration;
import java.util.Map;

/** The options of a component or an endpoint by name, as they were written. */
public interface Options {

    /**
     * Returns the value of an option; null if it is not set and has no default.
     *
     * @param name of the option; of a group such as {@code metadata.*} without the dot
     * @throws IllegalArgumentException if there is no such option
     */
    Object get(String name);

    /** Returns a text; null if it is not set. */
    default String text(String name) {
        return (String) get(name);
    }

    /** Returns a text; null if it is not set or blank, like the value of an environment variable that is not set. */
    default String filled(String name) {
        String text = text(name);
        return text == null || text.isBlank() ? null : text;
    }

    default boolean flag(String name) {
        return (boolean) get(name);
    }

    default long number(String name) {
        return ((Number) get(name)).longValue();
    }

    /** Returns a number of milliseconds as a duration; null if it is not set. */
    default Duration duration(String name) {
        return get(name) == null ? null : Duration.ofMillis(number(name));
    }

    /** Returns the options of a group such as {@code metadata.*}, by their names behind the dot. */
    @SuppressWarnings("unchecked")
    default Map<String, Object> group(String name) {
        return (Map<String, Object>) get(name);
    }
}
