// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.StringHelper;

/**
 * Refuses what a URI has and an endpoint has no option for. Names it without its value, which Camel would print: behind a
 * mistyped name may be a secret.
 */
final class UnknownOptions {

    // As options are called; anything else may be the rest of a value, a key perhaps.
    private static final String NAME = "(mp4)?[A-Za-z.-]{1,30}";

    // Of an endpoint of camel-http itself, or for its HTTP client; not of what that endpoint refers to.
    private static final String HTTP_NAME =
            "http\\.(?!(?i:camel-?context|component|endpoint-?uri)$)(http(Client|Connection)\\.)?[A-Za-z0-9-]+";

    private UnknownOptions() {}

    /** Refuses an option without a name, which Camel cannot bind. */
    static void checkNames(Map<String, Object> parameters) {
        if (parameters.keySet().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "The URI has an option without a name: allowed is one & between two options,"
                            + " as in apivideo:upload?title=a&tags=b");
        }
    }

    /**
     * Refuses everything but options. Camel would also bind properties of properties, as {@code component.configuration.baseUri}
     * is one: what is set there holds for the whole component, or the whole context.
     *
     * @param known the options of an endpoint
     */
    static void refuse(Map<String, Object> parameters, PropertyConfigurerGetter known) {
        refuse(parameters, name -> known.getOptionType(StringHelper.dashToCamelCase(name), true) != null);
    }

    /**
     * The same for options of camel-http.
     *
     * @param http without the {@code http.} in front
     */
    static void refuseHttp(Map<String, Object> http) {
        Map<String, Object> options = new HashMap<>();
        http.forEach((name, value) -> options.put("http." + name, value));
        refuse(options, name -> name.matches(HTTP_NAME));
    }

    private static void refuse(Map<String, Object> parameters, Predicate<String> isOption) {
        List<String> unknown = parameters.keySet().stream()
                .filter(name -> !isOption.test(name))
                .sorted()
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        boolean showable = unknown.stream()
                .allMatch(name -> name.matches(NAME)
                        && !String.valueOf(parameters.get(name)).isBlank());
        throw new IllegalArgumentException(
                showable
                        ? "Unknown options: " + String.join(", ", unknown) + "; all options are in docs/options.md"
                        : "The URI has an option without a value or a usual name: allowed is name=value; a value with"
                                + " an & in it is written as RAW(...)");
    }
}
