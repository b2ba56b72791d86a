// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.report;

import java.util.Locale;

/**
 * Something that was promised.
 *
 * @param actual the number that was measured; NaN if it was not
 */
public record Target(String text, String limit, double actual, boolean met) {

    /** No less than that. */
    public static Target atLeast(String text, double limit, double actual) {
        return new Target(text, "≥ " + number(limit), actual, actual >= limit);
    }

    /** No more than that. */
    public static Target atMost(String text, double limit, double actual) {
        return new Target(text, "≤ " + number(limit), actual, actual <= limit);
    }

    /** A line of a table. */
    public String row() {
        String verdict = Double.isNaN(actual) ? "not measured" : met ? "met" : "**missed**";
        return "| " + text + " | " + limit + " | " + number(actual) + " | " + verdict + " |";
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "–"
                : String.format(Locale.ROOT, "%.4g", value)
                        .replaceAll("(\\.\\d*?)0+$", "$1")
                        .replaceAll("\\.$", "");
    }
}
