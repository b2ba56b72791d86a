// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import static io.github.camelapivideo.benchmarks.report.Table.number;

import io.github.camelapivideo.benchmarks.report.Table;
import java.util.List;

/** A standing as a table, ratios first. */
public final class RaceTable {

    /** What the ratios of rows with 8 parts at once are beside, in words. */
    public static final String BESIDE_FOUR = "With 8 at once, the bare loop and curl that it is compared with have 4.";

    private static final double MIB = 1024 * 1024;

    private final Standing standing;
    private final List<Row> rows;
    private final Network network;

    public RaceTable(Standing standing, List<Row> rows, Network network) {
        this.standing = standing;
        this.rows = rows;
        this.network = network;
    }

    @Override
    public String toString() {
        boolean limited = network.shaped();
        Table table = new Table(
                "client",
                limited ? "of the network's limit" : "× the bare loop",
                limited ? "× the bare loop" : "× curl",
                "its CPU × the bare loop's",
                "MB/s (least–most)",
                "MB/s with start",
                "CPU s/GiB",
                "with start",
                "RSS MiB",
                "heap MiB",
                "allocated MiB/GiB",
                "requests",
                "connections",
                "first byte ms");
        rows.stream().filter(standing::has).forEach(row -> add(table, row, limited));
        return table.toString();
    }

    private void add(Table table, Row row, boolean limited) {
        double rate = standing.median(row, Figures::rate);
        double ofLoop = standing.ratio(row, Rows.loop(row), Figures::rate);
        table.row(
                row.label(),
                number("%.2f", limited ? rate / network.limit(row.lanes()) : ofLoop),
                number("%.2f", limited ? ofLoop : standing.ratio(row, Rows.curl(row), Figures::rate)),
                number("%.2f", standing.ratio(row, Rows.loop(row), Figures::cpu)),
                number("%.0f", rate / 1e6)
                        + number(" (%.0f", standing.least(row, Figures::rate) / 1e6)
                        + number("–%.0f)", standing.most(row, Figures::rate) / 1e6),
                number("%.0f", standing.median(row, Figures::coldRate) / 1e6),
                number("%.2f", standing.median(row, Figures::cpu)),
                number("%.2f", standing.median(row, Figures::coldCpu)),
                number("%.0f", standing.median(row, Figures::resident) / MIB),
                number("%.0f", standing.median(row, Figures::heap) / MIB),
                number("%.1f", standing.median(row, Figures::allocated) / MIB),
                number("%.0f", standing.median(row, Figures::requests)),
                number("%.0f", standing.median(row, Figures::connections)),
                number("%.1f", standing.median(row, Figures::firstByte) * 1000));
    }
}
