// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.text;

import java.util.regex.Pattern;

/** Text of whoever sent a message, where it must not begin a line of its own: in logs, messages and file names. */
public final class LogSafe {

    private static final Pattern ENDS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final Pattern SECRET =
            Pattern.compile("(?is)((?:api-?key|upload-?token|password|secret)\\s*[=:]).+");
    private static final int LONGEST = 200;

    private LogSafe() {}

    /** The text with an underscore for each control character and line separator. */
    public static String of(String text) {
        return ENDS.matcher(text).replaceAll("_");
    }

    /** The same with at most 200 characters of the text, for messages that repeat what was given. */
    public static String brief(String text) {
        return of(masked(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "..."));
    }

    /** The text without what may be a secret, as in {@code 16MiB;apiKey=...}, where a separator was mistyped. */
    public static String masked(String text) {
        return SECRET.matcher(text).replaceFirst("$1***");
    }
}
