// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import java.util.regex.Pattern;

/** Prepares a value for an error text: one line, at most 200 characters, secrets masked. */
public final class Repeated {

    private static final int LONGEST = 200;
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    // A mistyped separator can put a secret into a value: 10%;apiKey=...
    private static final Pattern SECRET =
            Pattern.compile("(?is)((?:api-?key|upload-?token|stream-?key|password|secret)[\"']?\\s*[=:]).+");

    private Repeated() {}

    /** Returns the value for an error text; {@code null} for null. */
    public static String text(String value) {
        String text = String.valueOf(value);
        String brief = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        String masked = SECRET.matcher(brief).replaceFirst("$1***");
        return LINE_BREAKS.matcher(masked).replaceAll("_");
    }
}
