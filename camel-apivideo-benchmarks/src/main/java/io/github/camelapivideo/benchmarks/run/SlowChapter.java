// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import static io.github.camelapivideo.benchmarks.report.Table.number;

import io.github.camelapivideo.benchmarks.client.ClientKind;
import io.github.camelapivideo.benchmarks.client.Job;
import io.github.camelapivideo.benchmarks.client.SlowSource;
import io.github.camelapivideo.benchmarks.client.Task;
import io.github.camelapivideo.benchmarks.race.Bench;
import io.github.camelapivideo.benchmarks.race.Jvm;
import io.github.camelapivideo.benchmarks.race.Network;
import io.github.camelapivideo.benchmarks.race.Race;
import io.github.camelapivideo.benchmarks.race.Row;
import io.github.camelapivideo.benchmarks.race.SinkProcess;
import io.github.camelapivideo.benchmarks.report.Chapter;
import io.github.camelapivideo.benchmarks.report.Table;
import io.github.camelapivideo.benchmarks.report.Target;
import io.github.camelapivideo.benchmarks.sink.Served;
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A source that is slower than the line: what an upload takes beyond the source's own time. */
final class SlowChapter implements Part {

    private static final Network NETWORK = new Network(false, Shape.each(25_000_000, 40));
    private static final int LANES = 4;
    private static final double MICROS = 1e6;
    // A part waits for its first byte on a thread, and on the machine.
    private static final double ABOUT_ONE = 1.1;

    /** One upload, with the parts that the sink saw, in the order of their arrival. */
    private record Run(SlowSource.Upload upload, List<Served> parts) {

        double largest() {
            return parts.stream().mapToLong(Served::bytes).max().orElse(0);
        }

        double transferOfOne() {
            return largest() / NETWORK.limit(1) + roundTrip();
        }

        double afterLastByte() {
            return (upload.endedAt() - upload.lastByteAt()) / MICROS;
        }

        double firstRequest() {
            return (parts.get(0).firstByteAt() - upload.beganAt()) / MICROS;
        }

        double sourceOfFirst() {
            return parts.get(0).bytes() / (double) SlowSource.BYTES_PER_SECOND + roundTrip();
        }

        private static double roundTrip() {
            return NETWORK.shape().rttMillis() / 1000.0;
        }
    }

    @Override
    public Chapter run(Bench bench) throws IOException, InterruptedException {
        bench.say("a slow source");
        LongStream mib = bench.settings().quick() ? LongStream.of(60) : LongStream.of(300, 300, 300, 1024, 1024);
        List<Long> uploads = Stream.concat(Race.SHORT_FIRST_UPLOADS.stream(), mib.mapToObj(one -> one * Row.MIB))
                .toList();
        try (SinkProcess sink = new SinkProcess(NETWORK, bench.workplace())) {
            Job job = new Job(
                    ClientKind.COMPONENT, sink.uri(), null, LANES, Row.AUTO, Job.Body.UNKNOWN, null, uploads, null);
            SlowSource.Upload[] all = Jvm.read(Jvm.client(Task.SLOW_SOURCE, job, Race.HEAP), SlowSource.Upload[].class);
            List<Served> served = sink.takeLog();
            List<Run> runs = Stream.of(all)
                    .map(upload -> new Run(upload, parts(served, upload)))
                    .toList();
            return new Chapter(
                    "A slow source", text(runs), targets(runs.subList(Race.SHORT_FIRST_UPLOADS.size(), runs.size())));
        }
    }

    private static List<Served> parts(List<Served> served, SlowSource.Upload upload) {
        return served.stream()
                .filter(Served::isSource)
                .filter(one -> one.firstByteAt() >= upload.beganAt() && one.endedAt() <= upload.endedAt())
                .sorted(Comparator.comparingLong(Served::firstByteAt))
                .toList();
    }

    private static String text(List<Run> runs) {
        Table table = new Table(
                "MiB",
                "parts",
                "the first, MiB",
                "the largest, MiB",
                "first request after s",
                "× the source's time for part 1",
                "complete after the last byte, s",
                "× the transfer of one part");
        for (Run run : runs) {
            table.row(
                    number("%.0f", run.upload().bytes() / (double) Row.MIB),
                    Integer.toString(run.parts().size()),
                    number("%.1f", run.parts().get(0).bytes() / (double) Row.MIB),
                    number("%.1f", run.largest() / Row.MIB),
                    number("%.2f", run.firstRequest()),
                    number("%.2f", run.firstRequest() / run.sourceOfFirst()),
                    number("%.2f", run.afterLastByte()),
                    number("%.2f", run.afterLastByte() / run.transferOfOne()));
        }
        return "A stream of unknown length that delivers " + SlowSource.BYTES_PER_SECOND / 1_000_000
                + " MB/s, over "
                + LANES + " connections, " + NETWORK.line()
                + ", plain HTTP. Each row is one upload; they run one after another in one process. The first one includes the start of the producer and of its HTTP"
                + " client; the targets are those of the worst after the first three. One part's transfer is that of the largest part over one"
                + " connection and a round trip; the source's time for part 1 includes a round trip too.\n\n" + table;
    }

    private static List<Target> targets(List<Run> runs) {
        return List.of(
                Target.atMost(
                        "slow source, warm: first request × the source's time for part 1, at worst",
                        ABOUT_ONE,
                        worst(runs.stream().mapToDouble(run -> run.firstRequest() / run.sourceOfFirst()))),
                Target.atMost(
                        "slow source, warm: complete after its last byte × one part's transfer, at worst",
                        1,
                        worst(runs.stream().mapToDouble(run -> run.afterLastByte() / run.transferOfOne()))));
    }

    private static double worst(DoubleStream ratios) {
        return ratios.max().orElse(Double.NaN);
    }
}
