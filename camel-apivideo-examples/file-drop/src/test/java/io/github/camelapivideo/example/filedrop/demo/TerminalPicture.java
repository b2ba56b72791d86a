// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws lines of a terminal as SVG. Each word has its place and its width in columns, and bars are rectangles: browsers
 * differ in their fonts, and collapse spaces.
 */
final class TerminalPicture {

    private static final int COLUMN = 8;
    private static final int ROW = 18;
    private static final int MARGIN = 16;
    private static final String PLAIN = "#d0d0d0";
    private static final Map<String, String> COLORS = Map.of("31", "#ff5f5f", "32", "#5fd75f", "36", "#5fd7d7");

    private static final Pattern COLOR = Pattern.compile("\u001b\\[(?:\\d+;)*(\\d*)m");
    private static final String BAR = BarText.BLOCKS.full() + "" + BarText.BLOCKS.empty();
    private static final Pattern WORDS = Pattern.compile("%1$s+|%2$s+|[^\\s%1$s%2$s]+(?: [^\\s%1$s%2$s]+)*"
            .formatted(BarText.BLOCKS.full(), BarText.BLOCKS.empty()));

    private TerminalPicture() {}

    /** Returns the lines that a terminal shows after this output: lines that are written whole, and lines drawn anew. */
    static List<String> screen(String output) {
        List<String> lines = new ArrayList<>();
        Matcher step = Pattern.compile("\u001b\\[(\\d+)A|(.*?)\r?\n").matcher(output.replace("\u001b[J", ""));
        int row = 0;
        while (step.find()) {
            if (step.group(1) != null) {
                row -= Integer.parseInt(step.group(1));
                // The demo clears all below.
                lines.subList(row, lines.size()).clear();
            } else {
                lines.add(step.group(2).replace("\r", ""));
                row++;
            }
        }
        return lines;
    }

    static String of(String label, int columns, List<String> lines) {
        StringBuilder svg = new StringBuilder(
                String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-label="%3$s">
                <rect width="100%%" height="100%%" rx="8" fill="#1c1c1c"/>
                <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13">
                """, 2 * MARGIN + columns * COLUMN, 2 * MARGIN + lines.size() * ROW, label));
        for (int row = 0; row < lines.size(); row++) {
            line(svg, lines.get(row), MARGIN + ROW * row);
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private static void line(StringBuilder svg, String line, int top) {
        Matcher color = COLOR.matcher(line);
        String fill = color.find() ? COLORS.getOrDefault(color.group(1), PLAIN) : PLAIN;
        Matcher word = WORDS.matcher(color.replaceAll(""));
        while (word.find()) {
            int left = MARGIN + word.start() * COLUMN;
            int width = (word.end() - word.start()) * COLUMN;
            int bar = BAR.indexOf(word.group().charAt(0));
            svg.append(
                    bar < 0
                            ? String.format(
                                    Locale.ROOT,
                                    "<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"%s\">%s</text>\n",
                                    left,
                                    top + 13,
                                    width,
                                    fill,
                                    escape(word.group()))
                            : String.format(
                                    Locale.ROOT,
                                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"12\" fill=\"%s\" opacity=\"%s\"/>\n",
                                    left,
                                    top + 3,
                                    width,
                                    fill,
                                    bar == 0 ? "1" : "0.25"));
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
