// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.text;

import java.util.regex.Pattern;

/** Makes foreign text safe for logs, messages and file names: it stays on one line and shows no secret. */
public final class LogSafe {

    private static final Pattern ENDS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final Pattern SECRET =
            Pattern.compile("(?is)((?:api-?key|upload-?token|stream-?key|password|secret)[\"']?\\s*[=:]).+");
    private static final int LONGEST = 200;

    private LogSafe() {}

    /** Returns the text with an underscore in place of each control character and line separator. */
    public static String of(String text) {
        return ENDS.matcher(text).replaceAll("_");
    }

    /** Returns at most 200 characters of the text on one line, secrets masked, for messages that repeat a value. */
    public static String brief(String text) {
        return of(masked(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "..."));
    }

    /** Returns the text with possible secrets masked, as in {@code 16MiB;apiKey=...} after a mistyped separator. */
    public static String masked(String text) {
        return SECRET.matcher(text).replaceFirst("$1***");
    }
}
