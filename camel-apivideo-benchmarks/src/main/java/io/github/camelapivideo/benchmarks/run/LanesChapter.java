// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import io.github.camelapivideo.benchmarks.client.Job;
import io.github.camelapivideo.benchmarks.client.Job.Body;
import io.github.camelapivideo.benchmarks.race.Bench;
import io.github.camelapivideo.benchmarks.race.Bench.Settings;
import io.github.camelapivideo.benchmarks.race.Figures;
import io.github.camelapivideo.benchmarks.race.Network;
import io.github.camelapivideo.benchmarks.race.Race;
import io.github.camelapivideo.benchmarks.race.Row;
import io.github.camelapivideo.benchmarks.race.Standing;
import io.github.camelapivideo.benchmarks.report.Chapter;
import io.github.camelapivideo.benchmarks.report.Target;
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How many parts at once are best on which line, and whether the component finds that out. */
final class LanesChapter implements Part {

    static final List<Integer> FIXED = List.of(1, 2, 4, 8, 16, 32);
    static final List<Body> BODIES = List.of(Body.FILE, Body.UNKNOWN);

    private static final List<Shape> LINES = List.of(
            Shape.each(25_000_000, 40),
            Shape.each(5_000_000, 100),
            Shape.shared(12_500_000, 20),
            Shape.shared(125_000_000, 10),
            Shape.each(25_000_000, 40).breaking(50));
    private static final double AUTO_LIMIT = 1.1;
    // Enough for 32 parts at once, as the number that a stream gets depends on it.
    private static final Race.Memory MEMORY = new Race.Memory("2g", "1GiB");
    // What the machine carries beside with most of its time left.
    private static final long MOST_AT_ONCE = 200_000_000;

    /** All clients on one line. */
    record Line(Network network, long length, Standing standing) {

        static Row row(int lanes, Body body) {
            return Row.component(lanes, body, Row.AUTO);
        }

        double seconds(int lanes, Body body) {
            return length / rate(lanes, body);
        }

        /** In bytes per second. */
        double rate(int lanes, Body body) {
            return standing.median(row(lanes, body), Figures::rate);
        }

        double best(Body body) {
            return FIXED.stream()
                    .mapToDouble(lanes -> seconds(lanes, body))
                    .filter(seconds -> !Double.isNaN(seconds))
                    .min()
                    .orElse(Double.NaN);
        }

        /** The time × that of the best fixed number. */
        double ratio(int lanes, Body body) {
            return seconds(lanes, body) / best(body);
        }

        long mib() {
            return length / Row.MIB;
        }
    }

    @Override
    public Chapter run(Bench bench) throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        int only = bench.settings().line();
        List<Shape> shapes = only == 0 ? LINES : List.of(LINES.get(only - 1));
        for (Shape shape : shapes) {
            Bench until = bench.until(bench.deadline().share(1.0 / (shapes.size() - lines.size())));
            lines.add(measure(until, new Network(false, shape)));
        }
        LanesTables tables = new LanesTables(lines);
        return new Chapter("Parts at once", tables.toString(), targets(lines), List.of(tables.picture()));
    }

    private static Line measure(Bench bench, Network network) throws IOException, InterruptedException {
        Settings settings = bench.settings();
        long length = length(network, settings);
        try (Race race = new Race(bench, network, length, heats(network), MEMORY)) {
            return new Line(network, length, race.run(1));
        }
    }

    /** A slow line gets a shorter video. */
    private static long length(Network network, Settings settings) {
        long length = settings.lanesLength();
        while (length / network.limit(1) > settings.lanesSeconds()) {
            length /= 2;
        }
        return length;
    }

    private static List<Race.Heat> heats(Network network) {
        List<Row> slowFirst = Stream.concat(FIXED.stream(), Stream.of(Job.AUTO))
                .flatMap(lanes -> BODIES.stream().map(body -> Line.row(lanes, body)))
                .sorted(Comparator.comparingLong(row -> rate(network, row)))
                .toList();
        List<Race.Heat> heats = new ArrayList<>();
        List<Row> together = new ArrayList<>();
        long sum = 0;
        for (Row row : slowFirst) {
            long rate = rate(network, row);
            if (sum + rate > MOST_AT_ONCE && !together.isEmpty()) {
                heats.add(new Race.Heat(List.copyOf(together)));
                together.clear();
                sum = 0;
            }
            together.add(row);
            sum += rate;
        }
        heats.add(new Race.Heat(together));
        return heats;
    }

    private static long rate(Network network, Row row) {
        return network.limit(row.lanes() == Job.AUTO ? FIXED.get(FIXED.size() - 1) : row.lanes());
    }

    private static List<Target> targets(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> BODIES.stream()
                        .map(body -> Target.atMost(
                                "`parallelism=auto`, " + line.network().line() + ", " + LanesTables.name(body)
                                        + ": time × the best fixed number's",
                                AUTO_LIMIT,
                                line.ratio(Job.AUTO, body))))
                .toList();
    }
}
