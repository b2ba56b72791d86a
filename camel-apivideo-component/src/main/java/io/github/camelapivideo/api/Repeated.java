// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prepares a value for an error text: one line, at most 200 characters, secrets masked. */
public final class Repeated {

    private static final int LONGEST = 200;
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    // A mistyped separator can put a secret into a value: 10%;apiKey=...
    private static final Pattern SECRET =
            Pattern.compile("(?is)((?:api-?key|upload-?token|stream-?key|password|secret)[\"']?\\s*[=:]).+");

    private static final Pattern ADDRESS = Pattern.compile("(?s)([A-Za-z]{1,10}://)([^/?#\\s]*).*");
    private static final int LONGEST_ADDRESS = 100;

    private Repeated() {}

    /** Returns the scheme and the host of an address for an error text: a user's password, or the rest, may be a secret. */
    public static String address(String url) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            return "...";
        }
        boolean shown = !url.contains("@") && address.group(2).length() <= LONGEST_ADDRESS;
        return address.group(1) + (shown ? text(address.group(2)) : "") + "...";
    }

    /** Returns the value for an error text; {@code null} for null. */
    public static String text(String value) {
        String text = String.valueOf(value);
        String brief = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        String masked = SECRET.matcher(brief).replaceFirst("$1***");
        return LINE_BREAKS.matcher(masked).replaceAll("_");
    }
}
