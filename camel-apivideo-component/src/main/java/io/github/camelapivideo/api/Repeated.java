// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import java.util.regex.Pattern;

/** A value that an error text repeats: on one line, and at most 200 characters of it. */
final class Repeated {

    private static final int LONGEST = 200;
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    // As in 10%;apiKey=..., where a separator was mistyped.
    private static final Pattern SECRET =
            Pattern.compile("(?is)((?:api-?key|upload-?token|password|secret)\\s*[=:]).+");

    private Repeated() {}

    static String text(String value) {
        String text = String.valueOf(value);
        String brief = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        String masked = SECRET.matcher(brief).replaceFirst("$1***");
        return LINE_BREAKS.matcher(masked).replaceAll("_");
    }
}
