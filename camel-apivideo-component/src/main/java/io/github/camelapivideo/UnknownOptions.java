// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.StringHelper;

/**
 * Refuses options in a URI that an endpoint does not have. The message has the name without the value, which Camel
 * would print: the value of a mistyped name may be a secret.
 */
final class UnknownOptions {

    // The form of option names. Other text may be the rest of a value, such as a key.
    private static final String NAME = "(mp4)?[A-Za-z.-]{1,30}";

    // Options of a camel-http endpoint or of its HTTP client, but not of other objects that the endpoint refers to.
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
     * Refuses all parameters that are not options. Camel would also bind nested properties such as {@code
     * component.configuration.baseUri}, which change the whole component or context.
     *
     * @param known the options of an endpoint
     */
    static void refuse(Map<String, Object> parameters, PropertyConfigurerGetter known) {
        refuse(parameters, name -> known.getOptionType(StringHelper.dashToCamelCase(name), true) != null);
    }

    /**
     * Does the same for options of camel-http.
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
