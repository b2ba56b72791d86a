// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Lines over a few values, as SVG. It has its own light ground, so it is readable on a dark page too. Immutable.
 *
 * @param file its name, beside the report
 * @param values what the points of all panels stand for, from left to right
 * @param panels side by side, with one scale
 * @param logarithmic true if each step of the scale is a multiple of the one below
 */
public record Picture(
        String file,
        String title,
        String across,
        String up,
        List<String> values,
        List<Panel> panels,
        boolean logarithmic) {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 300;
    private static final int LEFT = 56;
    private static final int TOP = 64;
    private static final int LINE = 18;
    private static final List<String> COLOURS =
            List.of("#0b5cad", "#c2410c", "#15803d", "#7e22ce", "#a16207", "#475569");
    private static final List<String> DASHES = List.of("", "7 4", "2 3", "10 3 2 3", "4 4", "1 4");

    /** One diagram. */
    public record Panel(String title, List<Series> series) {}

    /**
     * One line.
     *
     * @param points one for each value; NaN if there is none
     */
    public record Series(String name, List<Double> points) {}

    /** The picture in Markdown. */
    public String link() {
        return "![" + title + "](" + file + ")\n";
    }

    /** The picture as SVG. */
    public String svg() {
        int width = panels.size() * (WIDTH + LEFT) + 24;
        int legend = panels.get(0).series().size();
        int height = TOP + HEIGHT + 56 + legend * LINE;
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                        + " aria-labelledby=\"title\">",
                width, height, width, height));
        lines.add("<title id=\"title\">" + title + "</title>");
        lines.add("<style>.t { font: 13px \"DejaVu Sans\", Verdana, Arial, sans-serif; fill: #1f2d3d; }"
                + " .b { font: bold 14px \"DejaVu Sans\", Verdana, Arial, sans-serif; fill: #1f2d3d; }</style>");
        lines.add(format("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", width, height));
        lines.add(text(16, 24, "start", "b", title));
        Scale scale = scale();
        for (int panel = 0; panel < panels.size(); panel++) {
            draw(lines, panels.get(panel), panel * (WIDTH + LEFT) + LEFT, scale);
        }
        for (int line = 0; line < legend; line++) {
            int y = TOP + HEIGHT + 52 + line * LINE;
            lines.add(stroke(line, "M" + LEFT + " " + (y - 4) + " h36"));
            lines.add(text(
                    LEFT + 46, y, "start", "t", panels.get(0).series().get(line).name()));
        }
        lines.add("</svg>");
        return String.join("\n", lines) + "\n";
    }

    private void draw(List<String> lines, Panel panel, int left, Scale scale) {
        lines.add(text(left, TOP - 16, "start", "t", panel.title() + " (" + up + ")"));
        for (double step : scale.steps()) {
            double y = scale.y(step);
            lines.add(format("<path d=\"M%d %.1f h%d\" stroke=\"#d5dde6\" fill=\"none\"/>", left, y, WIDTH - 24));
            lines.add(text(left - 6, y + 4, "end", "t", step == Math.rint(step) ? format("%.0f", step) : "" + step));
        }
        for (int value = 0; value < values.size(); value++) {
            lines.add(text(x(left, value), TOP + HEIGHT + 18, "middle", "t", values.get(value)));
        }
        lines.add(text(left + (WIDTH - 24) / 2.0, TOP + HEIGHT + 34, "middle", "t", across));
        for (int line = 0; line < panel.series().size(); line++) {
            line(lines, panel.series().get(line).points(), line, left, scale);
        }
    }

    private void line(List<String> lines, List<Double> points, int number, int left, Scale scale) {
        StringBuilder path = new StringBuilder();
        for (int value = 0; value < points.size(); value++) {
            double point = points.get(value);
            if (Double.isNaN(point)) {
                continue;
            }
            path.append(format("%s%.1f %.1f ", path.isEmpty() ? "M" : "L", x(left, value), scale.y(point)));
            lines.add(format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>",
                    x(left, value), scale.y(point), COLOURS.get(number % COLOURS.size())));
        }
        if (!path.isEmpty()) {
            lines.add(stroke(number, path.toString().trim()));
        }
    }

    private double x(int left, int value) {
        return left + 20 + value * (WIDTH - 64.0) / Math.max(1, values.size() - 1);
    }

    private static String stroke(int number, String path) {
        return format(
                "<path d=\"%s\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\" fill=\"none\"/>",
                path, COLOURS.get(number % COLOURS.size()), DASHES.get(number % DASHES.size()));
    }

    private static String text(double x, double y, String anchor, String kind, String text) {
        return format(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">%s</text>", x, y, anchor, kind, text);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private Scale scale() {
        double[] all = panels.stream()
                .flatMap(panel -> panel.series().stream())
                .flatMap(series -> series.points().stream())
                .mapToDouble(Double::doubleValue)
                .filter(point -> !Double.isNaN(point))
                .toArray();
        double most = Arrays.stream(all).max().orElse(1);
        double least = logarithmic ? Arrays.stream(all).min().orElse(1) : 0;
        return logarithmic ? Scale.logarithmic(least, most) : Scale.linear(most);
    }

    /** The heights of numbers. */
    private record Scale(double[] steps, boolean logarithmic) {

        static Scale linear(double most) {
            double rough = most / 5;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
            return new Scale(
                    DoubleStream.iterate(0, at -> at < most + step, at -> at + step)
                            .toArray(),
                    false);
        }

        static Scale logarithmic(double least, double most) {
            double begin = Math.pow(2, Math.floor(Math.log(least) / Math.log(2)));
            return new Scale(
                    DoubleStream.iterate(begin, at -> at < most * 2, at -> at * 2)
                            .toArray(),
                    true);
        }

        double y(double value) {
            double least = measure(steps[0]);
            double most = measure(steps[steps.length - 1]);
            return TOP + HEIGHT - (measure(value) - least) / (most - least) * HEIGHT;
        }

        private double measure(double value) {
            return logarithmic ? Math.log(value) : value;
        }
    }
}
