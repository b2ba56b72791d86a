// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import io.github.camelapivideo.benchmarks.race.Bench;
import io.github.camelapivideo.benchmarks.race.Bench.Deadline;
import io.github.camelapivideo.benchmarks.race.Bench.Settings;
import io.github.camelapivideo.benchmarks.race.Row;
import io.github.camelapivideo.benchmarks.race.Workplace;
import io.github.camelapivideo.benchmarks.report.Chapter;
import io.github.camelapivideo.benchmarks.report.Machine;
import io.github.camelapivideo.benchmarks.report.Picture;
import io.github.camelapivideo.benchmarks.report.Report;
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures everything, and writes what came out. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        description = "Measures the component beside what people would use instead, prints tables and writes them.")
public final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--quick", description = "One round with small videos: whether it works, not how fast it is.")
    private boolean quick;

    @Option(names = "--full", description = "A stream of 30 GiB in the memory test, instead of 8.")
    private boolean full;

    @Option(names = "--rounds", description = "How often each client runs.", defaultValue = "5")
    private int rounds;

    @Option(
            names = "--minutes",
            description = "After so long no round begins, except those that a part needs at least.",
            defaultValue = "15")
    private int minutes;

    @Option(names = "--seed", description = "Decides the bytes and the order.", defaultValue = "1")
    private long seed;

    @Option(names = "--only", split = ",", description = "Some parts only: ${COMPLETION-CANDIDATES}.")
    private Set<Parts> only = EnumSet.allOf(Parts.class);

    @Option(names = "--line", description = "Of the part LANES one line only, 1 to 5; 0 for all.", defaultValue = "0")
    private int line;

    @Option(
            names = "--jdk25",
            description = "A JDK 25, to measure its TLS beside this JDK's; by default that of JAVA_25_HOME.",
            defaultValue = "${env:JAVA_25_HOME}")
    private Path jdk25;

    @Option(
            names = "--directory",
            description = "Where the videos are put meanwhile, about 3 GB.",
            defaultValue = "target")
    private Path directory;

    @Option(
            names = "--output",
            description = "Where the tables go; by default docs/performance.md, if all was measured.")
    private Path output;

    private final AtomicBoolean failed = new AtomicBoolean();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        double load = Machine.load();
        Deadline deadline = Deadline.in(Duration.ofMinutes(minutes));
        List<Chapter> chapters = new ArrayList<>();
        try (Workplace workplace = new Workplace(directory, seed)) {
            Bench bench = new Bench(settings(), workplace, out, deadline, failed);
            double left = only.stream().mapToDouble(Parts::share).sum();
            for (Parts part : EnumSet.copyOf(only)) {
                chapters.add(run(part, bench.until(deadline.share(part.share() / left))));
                left -= part.share();
                write(new Report(command(), seed, load, chapters));
            }
        }
        out.println(new Report(command(), seed, load, chapters).text());
        out.println("Written to " + output().toAbsolutePath().normalize());
        return failed.get() ? 1 : 0;
    }

    private static Chapter run(Parts part, Bench bench) throws InterruptedException {
        try {
            return part.run(bench);
        } catch (IOException | RuntimeException e) {
            bench.fail("%s failed: %s", part, e);
            return new Chapter(part + " failed", e + "\n", List.of());
        }
    }

    private Settings settings() {
        long mib = Row.MIB;
        return quick
                ? new Settings(true, 1, 128 * mib, 64 * mib, 512 * mib, 256 * mib, 15, line, jdk25, seed)
                : new Settings(
                        false,
                        rounds,
                        1024 * mib,
                        512 * mib,
                        (full ? 30 : 8) * 1024 * mib,
                        1024 * mib,
                        220,
                        line,
                        jdk25,
                        seed);
    }

    private String command() {
        return "benchmarks "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }

    private Path output() {
        boolean all = !quick && line == 0 && only.size() == Parts.values().length;
        return output != null ? output : all ? Path.of("../docs/performance.md") : Path.of("target/performance.md");
    }

    private void write(Report report) throws IOException {
        Files.writeString(output(), report.text());
        for (Chapter chapter : report.chapters()) {
            for (Picture picture : chapter.pictures()) {
                Files.writeString(output().resolveSibling(picture.file()), picture.svg());
            }
        }
    }

    /** The parts of the benchmarks, in order, with the share of the time that each has for its rounds. */
    enum Parts implements Part {
        PLAIN(8, new RawChapter(false)),
        TLS(9, new RawChapter(true)),
        SHAPED(4, new ShapedChapter(false, Shape.each(25_000_000, 40))),
        SHAPED_TLS(3, new ShapedChapter(true, Shape.each(25_000_000, 40))),
        TLS_ENGINES(5.5, new TlsChapter()),
        PEERS(7, new PeersChapter()),
        LANES(17, new LanesChapter()),
        STREAMS(3, new StreamsChapter()),
        SLOW_SOURCE(3, new SlowChapter()),
        MEMORY(2.5, new MemoryChapter()),
        SMALL(3, new SmallChapter()),
        MANY(1, new ManyChapter()),
        AUTO(0, new AutoChapter());

        private final double share;
        private final Part part;

        Parts(double share, Part part) {
            this.share = share;
            this.part = part;
        }

        double share() {
            return share;
        }

        @Override
        public Chapter run(Bench bench) throws IOException, InterruptedException {
            return part.run(bench);
        }
    }
}
