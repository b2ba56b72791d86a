// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import static io.github.camelapivideo.benchmarks.report.Table.number;

import io.github.camelapivideo.benchmarks.client.ClientKind;
import io.github.camelapivideo.benchmarks.client.Job;
import io.github.camelapivideo.benchmarks.client.Task;
import io.github.camelapivideo.benchmarks.client.Trust;
import io.github.camelapivideo.benchmarks.race.Bench;
import io.github.camelapivideo.benchmarks.race.Bench.Settings;
import io.github.camelapivideo.benchmarks.race.Figures;
import io.github.camelapivideo.benchmarks.race.Jvm;
import io.github.camelapivideo.benchmarks.race.Network;
import io.github.camelapivideo.benchmarks.race.Platform;
import io.github.camelapivideo.benchmarks.race.Race;
import io.github.camelapivideo.benchmarks.race.Row;
import io.github.camelapivideo.benchmarks.race.Rows;
import io.github.camelapivideo.benchmarks.race.SinkProcess;
import io.github.camelapivideo.benchmarks.race.Standing;
import io.github.camelapivideo.benchmarks.report.Chapter;
import io.github.camelapivideo.benchmarks.report.Table;
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TLS engines that a client in Java can have: what each costs, and whether it refuses what it should. */
final class TlsChapter implements Part {

    private static final Network NETWORK = new Network(true, Shape.NONE);
    private static final double WORTH_AN_OPTION = 1.3;
    private static final List<Integer> LANES = List.of(1, 4);

    @Override
    public Chapter run(Bench bench) throws IOException, InterruptedException {
        Settings settings = bench.settings();
        List<Platform> platforms = platforms(settings.jdk25());
        List<Row> rows = Stream.concat(
                        LANES.stream().flatMap(lanes -> platforms.stream()
                                .flatMap(platform -> Stream.of(component(lanes, platform), loop(lanes, platform)))),
                        Rows.there(List.of(Rows.CURL_KEPT, Rows.CURL_1, Rows.CURL_4)).stream())
                .toList();
        List<Race.Heat> heats = rows.stream().map(Race.Heat::of).toList();
        try (Race race = new Race(bench, NETWORK, settings.rawLength(), heats)) {
            Standing standing = race.run(2);
            String text = settings.rawLength() / Row.MIB
                    + " MiB over raw loopback, TLS 1.3, files in parts of 50 MiB, "
                    + standing.counted() + ". Conscrypt is BoringSSL, given to the component through"
                    + " `sslContextParameters` whose provider is `Conscrypt`. curl's ratios are those beside"
                    + " the component on " + Platform.OWN.label() + " with as many parts at once.\n\n"
                    + table(standing, rows) + "\n" + conclusion(standing) + "\n\n" + trust(bench, platforms);
            return new Chapter("TLS engines", text, List.of());
        }
    }

    private static List<Platform> platforms(Path jdk25) {
        List<Platform> platforms = new ArrayList<>(List.of(Platform.OWN, conscrypt()));
        if (jdk25 != null) {
            platforms.add(Platform.of(jdk25, 25, false));
            platforms.add(Platform.of(jdk25, 25, true));
        }
        return platforms;
    }

    private static Platform conscrypt() {
        return Platform.of(Platform.OWN.javaHome(), Runtime.version().feature(), true);
    }

    private static Row component(int lanes, Platform platform) {
        return (lanes == 1 ? Rows.FILE_1 : Rows.FILE_4).on(platform);
    }

    private static Row loop(int lanes, Platform platform) {
        return (lanes == 1 ? Rows.BARE_1 : Rows.BARE_4).on(platform);
    }

    /** The same client with the same number of lanes and the TLS of this JDK. */
    private static Row base(Row row) {
        return row.client() == ClientKind.BARE ? loop(row.lanes(), Platform.OWN) : component(row.lanes(), Platform.OWN);
    }

    private static Table table(Standing standing, List<Row> rows) {
        String own = Platform.OWN.label();
        Table table = new Table(
                "client",
                "× the same on " + own,
                "CPU × the same on " + own,
                "MB/s (least–most)",
                "CPU s/GiB",
                "allocated MiB/GiB",
                "heap MiB",
                "RSS MiB");
        rows.stream()
                .filter(standing::has)
                .forEach(row -> table.row(
                        row.label(),
                        number("%.2f", standing.ratio(row, base(row), Figures::rate)),
                        number("%.2f", standing.ratio(row, base(row), Figures::cpu)),
                        number("%.0f", standing.median(row, Figures::rate) / 1e6)
                                + number(" (%.0f", standing.least(row, Figures::rate) / 1e6)
                                + number("–%.0f)", standing.most(row, Figures::rate) / 1e6),
                        number("%.2f", standing.median(row, Figures::cpu)),
                        number("%.1f", standing.median(row, Figures::allocated) / Row.MIB),
                        number("%.0f", standing.median(row, Figures::heap) / Row.MIB),
                        number("%.0f", standing.median(row, Figures::resident) / Row.MIB)));
        return table;
    }

    private static String conclusion(Standing standing) {
        boolean faster = LANES.stream().allMatch(lanes -> conscrypt(standing, lanes, Figures::rate) >= WORTH_AN_OPTION);
        boolean cheaper =
                LANES.stream().allMatch(lanes -> conscrypt(standing, lanes, Figures::cpu) <= 1 / WORTH_AN_OPTION);
        return "An engine is worth an option of its own if, with one lane and with four, it has at least "
                + WORTH_AN_OPTION + " × the JDK's rate, or takes at most " + number("%.2f", 1 / WORTH_AN_OPTION)
                + " × its CPU. With Conscrypt the component has "
                + LANES.stream()
                        .map(lanes -> number("%.2f × the rate", conscrypt(standing, lanes, Figures::rate))
                                + number(" at %.2f × the CPU", conscrypt(standing, lanes, Figures::cpu))
                                + (lanes == 1 ? " with one lane" : " with four"))
                        .collect(Collectors.joining(", and "))
                + ": "
                + (faster
                        ? "it is worth one by its rate."
                        : cheaper ? "it is worth one by its CPU." : "it is not worth one, neither by rate nor by CPU.");
    }

    /** What the component has with Conscrypt × what it has with this JDK's TLS. */
    private static double conscrypt(Standing standing, int lanes, ToDoubleFunction<Figures> figure) {
        return standing.ratio(component(lanes, conscrypt()), component(lanes, Platform.OWN), figure);
    }

    private static String trust(Bench bench, List<Platform> platforms) throws IOException, InterruptedException {
        Table table = new Table("engine", "an untrusted certificate", "a trusted certificate for another host");
        Path strangers = bench.workplace().strangersKeys();
        try (SinkProcess stranger = new SinkProcess(NETWORK, bench.workplace(), strangers)) {
            for (Platform platform : platforms) {
                table.row(
                        platform.label(),
                        verdict(bench, platform, stranger, bench.workplace().trusted()),
                        verdict(bench, platform, stranger, bench.workplace().trustedStranger()));
            }
        }
        return "What the component does with each engine when the service is not the one that it should trust:\n\n"
                + table;
    }

    private static String verdict(Bench bench, Platform platform, SinkProcess stranger, Path trusted)
            throws IOException, InterruptedException {
        bench.workplace().video(Row.MIB);
        Job job = new Job(
                ClientKind.COMPONENT,
                stranger.uri(),
                trusted,
                1,
                Row.PART,
                Job.Body.FILE,
                bench.workplace().directory(),
                List.of(Row.MIB),
                null);
        String problem = Jvm.read(Jvm.client(platform, Task.TRUST, job, Race.HEAP), Trust.Verdict.class)
                .problem();
        if (problem == null) {
            bench.fail("%s accepts a certificate that it has to refuse", platform.label());
            return "**accepted**";
        }
        return "refused (" + problem.replaceFirst("(?s)[:\n].*", "") + ")";
    }
}
