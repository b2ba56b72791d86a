// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.option;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Options that allow only a few words. */
public final class Choice {

    // Other text may be a secret in the wrong place and is not repeated.
    private static final String WORD = "[A-Za-z]{1,20}";

    private Choice() {}

    public static <E extends Enum<E>> E of(Class<E> words, String option, String value) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wrong(option, value) + ": allowed are " + list(words)));
    }

    private static String wrong(String option, String value) {
        return value != null && value.matches(WORD) ? NamedValue.of(option, value) : option;
    }

    private static <E extends Enum<E>> String list(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
