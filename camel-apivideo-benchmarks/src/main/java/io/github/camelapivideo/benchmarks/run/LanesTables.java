// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import static io.github.camelapivideo.benchmarks.report.Table.number;

import io.github.camelapivideo.benchmarks.client.Job;
import io.github.camelapivideo.benchmarks.client.Job.Body;
import io.github.camelapivideo.benchmarks.race.Figures;
import io.github.camelapivideo.benchmarks.race.Race;
import io.github.camelapivideo.benchmarks.race.Row;
import io.github.camelapivideo.benchmarks.report.Picture;
import io.github.camelapivideo.benchmarks.report.Picture.Panel;
import io.github.camelapivideo.benchmarks.report.Picture.Series;
import io.github.camelapivideo.benchmarks.report.Table;
import io.github.camelapivideo.benchmarks.run.LanesChapter.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the chapter of lanes found, as text. */
final class LanesTables {

    private static final String BREAKING =
            "The seed decides which requests break, and where in their bodies; every client meets the same decisions in"
                    + " each of its uploads, in the order in which its parts arrive. " + Race.UPLOADS_ON_A_BREAKING_LINE
                    + " uploads, one after another: seconds are the mean of one, requests those of all.\n\n";

    private final List<Line> lines;

    LanesTables(List<Line> lines) {
        this.lines = lines;
    }

    static String name(Body body) {
        return body == Body.FILE ? "a file" : "a stream of unknown length";
    }

    @Override
    public String toString() {
        return "A file and a stream of unknown length with " + LanesChapter.FIXED.get(0) + " to "
                + LanesChapter.FIXED.get(LanesChapter.FIXED.size() - 1)
                + " parts at once, and with `parallelism=auto`, over plain"
                + " HTTP. The heap is 2 GiB, of which `bufferMemory` is 1 GiB: with less memory, `auto` sends fewer parts of a"
                + " stream at once, and an upload with an `uploadKey` sends four. The sink takes any number of requests a minute. \"Lanes\" are the most parts that the sink saw at once, and how many it saw on average; the time"
                + " × the best is that of the best fixed number on the same line. At worst, over all lines:\n\n"
                + worst() + "\n" + picture().link()
                + lines.stream().map(LanesTables::table).collect(Collectors.joining());
    }

    /** The rate by lanes. */
    Picture picture() {
        return new Picture(
                "performance-lanes.svg",
                "Rate by parts at once",
                "parallelism",
                "MB/s",
                all().stream().map(lanes -> label(lanes).replace("`", "")).toList(),
                LanesChapter.BODIES.stream().map(this::panel).toList(),
                true);
    }

    private Panel panel(Body body) {
        return new Panel(
                name(body),
                lines.stream()
                        .map(line -> new Series(
                                line.network().line(),
                                all().stream()
                                        .map(lanes -> line.rate(lanes, body) / 1e6)
                                        .toList()))
                        .toList());
    }

    /** What each number costs where it fits least. */
    private String worst() {
        Table table = new Table("`parallelism`", "a file: × the best", "a stream: × the best");
        for (int lanes : all()) {
            table.row(label(lanes), worst(lanes, Body.FILE), worst(lanes, Body.UNKNOWN));
        }
        return table.toString();
    }

    private String worst(int lanes, Body body) {
        double[] ratios =
                lines.stream().mapToDouble(line -> line.ratio(lanes, body)).toArray();
        return number("%.2f", Arrays.stream(ratios).max().orElse(Double.NaN));
    }

    private static String table(Line line) {
        Table table = new Table(
                "`parallelism`",
                "a file: s",
                "× the best",
                "lanes",
                "requests",
                "a stream: s",
                "× the best",
                "lanes",
                "requests");
        for (int lanes : all()) {
            List<String> cells = new ArrayList<>(List.of(label(lanes)));
            LanesChapter.BODIES.forEach(body -> cells.addAll(cells(line, lanes, body)));
            table.row(cells.toArray(String[]::new));
        }
        return "\n### " + line.network().line() + ": " + line.mib() + " MiB, "
                + line.standing().counted() + "\n\n"
                + (line.network().shape().breaks() ? BREAKING : "") + table;
    }

    private static List<String> cells(Line line, int lanes, Body body) {
        Row row = Line.row(lanes, body);
        double broken = line.standing().median(row, Figures::broken);
        return List.of(
                number("%.1f", line.seconds(lanes, body)),
                number("%.2f", line.ratio(lanes, body)),
                number("%.0f", line.standing().median(row, Figures::lanes))
                        + number(", %.1f", line.standing().median(row, Figures::meanLanes)),
                number("%.0f", line.standing().median(row, Figures::requests))
                        + (broken > 0 ? number(", %.0f broken", broken) : ""));
    }

    private static List<Integer> all() {
        return Stream.concat(LanesChapter.FIXED.stream(), Stream.of(Job.AUTO)).toList();
    }

    private static String label(int lanes) {
        return lanes == Job.AUTO ? "`auto`" : Integer.toString(lanes);
    }
}
