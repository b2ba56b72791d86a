// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table in Markdown. Not thread-safe. */
public final class Table {

    private final List<String> lines = new ArrayList<>();

    /** @param columns their titles; all but the first are numbers */
    public Table(String... columns) {
        lines.add(line(Arrays.asList(columns)));
        lines.add("| --- |" + " ---: |".repeat(columns.length - 1));
    }

    /** Adds a line. */
    public void row(String... cells) {
        lines.add(line(Arrays.asList(cells)));
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A number, or a dash if there is none. */
    public static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
