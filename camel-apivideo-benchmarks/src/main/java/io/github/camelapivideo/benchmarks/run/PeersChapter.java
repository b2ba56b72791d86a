// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import static io.github.camelapivideo.benchmarks.report.Table.number;

import io.github.camelapivideo.benchmarks.client.ClientKind;
import io.github.camelapivideo.benchmarks.client.Job.Body;
import io.github.camelapivideo.benchmarks.race.Bench;
import io.github.camelapivideo.benchmarks.race.Bench.Settings;
import io.github.camelapivideo.benchmarks.race.Figures;
import io.github.camelapivideo.benchmarks.race.Network;
import io.github.camelapivideo.benchmarks.race.Race;
import io.github.camelapivideo.benchmarks.race.Row;
import io.github.camelapivideo.benchmarks.race.Rows;
import io.github.camelapivideo.benchmarks.race.Standing;
import io.github.camelapivideo.benchmarks.report.Chapter;
import io.github.camelapivideo.benchmarks.report.Table;
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.core.util.VersionInfo;

/** What people upload large files with elsewhere: Camel's S3 component and the transfer manager of AWS. */
final class PeersChapter implements Part {

    private static final Network NETWORK = new Network(true, Shape.NONE);
    private static final long DEFAULT_OF_CAMEL_S3 = 25 * Row.MIB;
    private static final Row CAMEL_FILE =
            Row.peer(ClientKind.CAMEL_S3, "camel-aws2-s3, file, multipart", Body.FILE, DEFAULT_OF_CAMEL_S3);
    private static final Row CAMEL_STREAM = Row.peer(
            ClientKind.CAMEL_S3,
            "camel-aws2-s3, stream of unknown length, streaming",
            Body.UNKNOWN,
            DEFAULT_OF_CAMEL_S3);
    private static final Row MANAGER_FILE =
            Row.peer(ClientKind.TRANSFER_MANAGER, "AWS transfer manager, file", Body.FILE, Row.AUTO);
    private static final Row MANAGER_STREAM = Row.peer(
            ClientKind.TRANSFER_MANAGER, "AWS transfer manager, stream of unknown length", Body.UNKNOWN, Row.AUTO);

    private static final List<Row> ROWS = List.of(
            Rows.FILE_1_AUTO,
            Rows.FILE_4_AUTO,
            CAMEL_FILE,
            MANAGER_FILE,
            Rows.UNKNOWN_1,
            Rows.UNKNOWN_4,
            CAMEL_STREAM,
            MANAGER_STREAM);

    @Override
    public Chapter run(Bench bench) throws IOException, InterruptedException {
        Settings settings = bench.settings();
        List<Race.Heat> heats = ROWS.stream().map(Race.Heat::of).toList();
        try (Race race = new Race(bench, NETWORK, settings.rawLength(), heats)) {
            Standing standing = race.run(2);
            String text = settings.rawLength() / Row.MIB + " MiB over raw loopback, TLS 1.3, " + Race.HEAP
                    + " of heap, " + standing.counted()
                    + ". The same sink also answers the S3 requests of an"
                    + " upload in parts, and discards the bytes. The peers are AWS SDK " + VersionInfo.SDK_VERSION
                    + " with its defaults, except that checksums are off. Camel's component sends parts of "
                    + DEFAULT_OF_CAMEL_S3 / Row.MIB
                    + " MiB one after another, streams in its streaming mode; the transfer manager sends parts of 8 MiB, as many at"
                    + " once as the last column shows. Both ratios are to the component with 4 parts at once and the same"
                    + " kind of body. A stream that is held in memory shows in the columns of heap, one that is copied in that of"
                    + " allocation.\n\n"
                    + table(standing);
            return new Chapter("Other large uploads", text, List.of());
        }
    }

    private static Table table(Standing standing) {
        Table table = new Table(
                "client",
                "rate × the component's, 4 at once",
                "its CPU × the component's",
                "MB/s (least–most)",
                "MB/s with start",
                "CPU s/GiB",
                "allocated MiB/GiB",
                "heap MiB",
                "RSS MiB",
                "requests",
                "parts at once, at most");
        ROWS.stream().filter(standing::has).forEach(row -> {
            Row component = row.body() == Body.FILE ? Rows.FILE_4_AUTO : Rows.UNKNOWN_4;
            table.row(
                    row.label(),
                    number("%.2f", standing.ratio(row, component, Figures::rate)),
                    number("%.2f", standing.ratio(row, component, Figures::cpu)),
                    number("%.0f", standing.median(row, Figures::rate) / 1e6)
                            + number(" (%.0f", standing.least(row, Figures::rate) / 1e6)
                            + number("–%.0f)", standing.most(row, Figures::rate) / 1e6),
                    number("%.0f", standing.median(row, Figures::coldRate) / 1e6),
                    number("%.2f", standing.median(row, Figures::cpu)),
                    number("%.1f", standing.median(row, Figures::allocated) / Row.MIB),
                    number("%.0f", standing.median(row, Figures::heap) / Row.MIB),
                    number("%.0f", standing.median(row, Figures::resident) / Row.MIB),
                    number("%.0f", standing.median(row, Figures::requests)),
                    number("%.0f", standing.median(row, Figures::lanes)));
        });
        return table;
    }
}
