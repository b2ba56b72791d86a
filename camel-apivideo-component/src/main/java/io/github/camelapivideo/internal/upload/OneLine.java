// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.util.regex.Pattern;

/** Text of whoever sent a message, where it must not begin a line of its own: in logs, messages and file names. */
public final class OneLine {

    private static final Pattern ENDS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private OneLine() {}

    /** The text with an underscore for each control character and line separator. */
    public static String of(String text) {
        return ENDS.matcher(text).replaceAll("_");
    }
}
