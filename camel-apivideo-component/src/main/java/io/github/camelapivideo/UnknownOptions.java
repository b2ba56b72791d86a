// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.List;
import java.util.Map;

/**
 * Refuses what a URI has and an endpoint has no option for. Names it without its value, which Camel would print: behind a
 * mistyped name may be a secret.
 */
final class UnknownOptions {

    // As options are called; anything else may be the rest of a value, a key perhaps.
    private static final String NAME = "(mp4)?[A-Za-z.-]{1,30}";

    private UnknownOptions() {}

    /** Refuses an option without a name, which Camel cannot bind. */
    static void checkNames(Map<String, Object> parameters) {
        if (parameters.keySet().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "The URI has an option without a name: allowed is one & between two options,"
                            + " as in apivideo:upload?title=a&tags=b");
        }
    }

    /** @param left what the endpoint did not take */
    static void refuse(Map<String, Object> left) {
        if (left.isEmpty()) {
            return;
        }
        List<String> names = left.entrySet().stream()
                .filter(option -> option.getKey().matches(NAME))
                .filter(option -> !String.valueOf(option.getValue()).isBlank())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        throw new IllegalArgumentException(
                names.size() == left.size()
                        ? "Unknown options: " + String.join(", ", names) + "; all options are in docs/options.md"
                        : "The URI has an option without a value or a usual name: allowed is name=value; a value with"
                                + " an & in it is written as RAW(...)");
    }
}
