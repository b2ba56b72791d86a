// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that a misspelt one was probably meant to be. */
public final class Likeness {

    private Likeness() {}

    /**
     * Returns the name that needs the fewest letters changed, added or removed; upper and lower case are alike.
     *
     * @param names at least one
     */
    public static String nearest(String misspelt, Collection<String> names) {
        String wanted = misspelt.toLowerCase(Locale.ROOT);
        return names.stream()
                .sorted()
                .min(Comparator.comparingInt(name -> changes(wanted, name.toLowerCase(Locale.ROOT))))
                .orElseThrow();
    }

    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
