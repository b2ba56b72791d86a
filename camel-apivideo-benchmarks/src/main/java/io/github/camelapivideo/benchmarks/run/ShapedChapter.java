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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All clients on a network with a limit for each connection and a long round trip. */
record ShapedChapter(boolean tls, Shape shape) implements Part {

    @Override
    public Chapter run(Bench bench) throws IOException, InterruptedException {
        Network network = new Network(tls, shape);
        Settings settings = bench.settings();
        List<Row> alone = Rows.there(Rows.shapedAlone());
        List<Row> together = Rows.there(Rows.shapedTogether());
        List<Race.Heat> heats = new ArrayList<>();
        heats.add(new Race.Heat(alone));
        together.forEach(row -> heats.add(Race.Heat.of(row)));
        try (Race race = new Race(bench, network, settings.shapedLength(), heats)) {
            Standing standing = race.run(1);
            List<Row> rows = Stream.concat(together.stream(), alone.stream()).toList();
            String text = settings.shapedLength() / Row.MIB + " MiB, parts of 50 MiB unless stated otherwise, "
                    + standing.counted()
                    + ". The limit is the length divided by what the connections carry: the answers and their"
                    + " way back come on top. " + RaceTable.BESIDE_FOUR + "\n\n"
                    + new RaceTable(standing, rows, network);
            return new Chapter(network.label(), text, targets(network, standing));
        }
    }

    private static List<Target> targets(Network network, Standing standing) {
        return Stream.of(Rows.FILE_4_AUTO, Rows.FILE_8_AUTO)
                .map(row -> Target.atLeast(
                        network.label() + ": of what " + row.lanes() + " connections carry",
                        0.95,
                        standing.median(row, Figures::rate) / network.limit(row.lanes())))
                .toList();
    }
}
