// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import io.github.camelapivideo.benchmarks.race.Bench;
import io.github.camelapivideo.benchmarks.race.Bench.Settings;
import io.github.camelapivideo.benchmarks.race.Figures;
import io.github.camelapivideo.benchmarks.race.Network;
import io.github.camelapivideo.benchmarks.race.Race;
import io.github.camelapivideo.benchmarks.race.RaceTable;
import io.github.camelapivideo.benchmarks.race.Row;
import io.github.camelapivideo.benchmarks.race.Rows;
import io.github.camelapivideo.benchmarks.race.Standing;
import io.github.camelapivideo.benchmarks.report.Chapter;
import io.github.camelapivideo.benchmarks.report.Target;
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.IOException;
import java.util.List;

/** All clients on raw loopback, where the processor is the limit. */
record RawChapter(boolean tls) implements Part {

    @Override
    public Chapter run(Bench bench) throws IOException, InterruptedException {
        Network network = new Network(tls, Shape.NONE);
        List<Row> rows = Rows.there(Rows.raw());
        Settings settings = bench.settings();
        try (Race race = new Race(
                bench,
                network,
                settings.rawLength(),
                rows.stream().map(Race.Heat::of).toList())) {
            Standing standing = race.run(1);
            String text = settings.rawLength() / Row.MIB + " MiB, parts of 50 MiB unless stated otherwise, "
                    + standing.counted() + ". " + RaceTable.BESIDE_FOUR + "\n\n"
                    + new RaceTable(standing, rows, network);
            return new Chapter(network.label(), text, targets(network.label(), standing));
        }
    }

    private static List<Target> targets(String network, Standing standing) {
        String where = network + ": ";
        return List.of(
                Target.atLeast(
                        where + "rate × the bare loop's, 1 lane", 0.95, rate(standing, Rows.FILE_1, Rows.BARE_1)),
                Target.atLeast(
                        where + "rate × the bare loop's, 4 lanes", 0.95, rate(standing, Rows.FILE_4, Rows.BARE_4)),
                Target.atMost(where + "CPU × the bare loop's, 1 lane", 1.1, cpu(standing, Rows.FILE_1, Rows.BARE_1)),
                Target.atMost(where + "CPU × the bare loop's, 4 lanes", 1.1, cpu(standing, Rows.FILE_4, Rows.BARE_4)),
                Target.atLeast(where + "rate × curl's, 1 connection", 1.2, rate(standing, Rows.FILE_1, Rows.CURL_1)),
                allocation(where + "a file, parts of 50 MiB", standing, Rows.FILE_4),
                allocation(where + "a file, parts `auto`", standing, Rows.FILE_4_AUTO),
                allocation(where + "a stream of unknown length", standing, Rows.UNKNOWN_4),
                Target.atLeast(
                        where + "rate of a stream × the file's, 1 lane",
                        0.9,
                        rate(standing, Rows.UNKNOWN_1, Rows.FILE_1)),
                Target.atLeast(
                        where + "rate of a stream × the file's, 4 lanes",
                        0.9,
                        rate(standing, Rows.UNKNOWN_4, Rows.FILE_4_AUTO)),
                Target.atLeast(
                        where + "the sink's limit × the component's rate, 1 lane",
                        1,
                        rate(standing, Rows.SINK_1, Rows.FILE_1)),
                Target.atLeast(
                        where + "the sink's limit × the component's rate, 4 lanes",
                        1,
                        rate(standing, Rows.SINK_4, Rows.FILE_4)));
    }

    private static Target allocation(String what, Standing standing, Row row) {
        return Target.atMost(
                what + ": MiB allocated for each GiB", 5, standing.median(row, Figures::allocated) / Row.MIB);
    }

    private static double rate(Standing standing, Row row, Row base) {
        return standing.ratio(row, base, Figures::rate);
    }

    private static double cpu(Standing standing, Row row, Row base) {
        return standing.ratio(row, base, Figures::cpu);
    }
}
