// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import static io.github.camelapivideo.benchmarks.report.Table.number;

import io.github.camelapivideo.benchmarks.client.ClientKind;
import io.github.camelapivideo.benchmarks.client.Job;
import io.github.camelapivideo.benchmarks.client.Sample;
import io.github.camelapivideo.benchmarks.client.Task;
import io.github.camelapivideo.benchmarks.race.Bench;
import io.github.camelapivideo.benchmarks.race.Jvm;
import io.github.camelapivideo.benchmarks.race.Network;
import io.github.camelapivideo.benchmarks.race.Row;
import io.github.camelapivideo.benchmarks.race.SinkProcess;
import io.github.camelapivideo.benchmarks.race.Standing;
import io.github.camelapivideo.benchmarks.report.Chapter;
import io.github.camelapivideo.benchmarks.report.Table;
import io.github.camelapivideo.benchmarks.report.Target;
import io.github.camelapivideo.benchmarks.sink.Served;
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One, ten, a hundred, a thousand videos at once: whether each costs more where there are many. */
final class ManyChapter implements Part {

    private static final List<Integer> COUNTS = List.of(1, 10, 100, 1000);
    private static final int LANES = 48;

    /** What one run showed. */
    private record Run(int videos, Sample sample, long connections) {
        double millis() {
            return (sample.endedAt() - sample.beganAt()) / 1000.0 / videos;
        }

        double cpuMillis() {
            return sample.cpuNanosOfUpload() / 1e6 / videos;
        }

        double allocatedKib() {
            return sample.allocatedBytes() / 1024.0 / videos;
        }
    }

    @Override
    public Chapter run(Bench bench) throws IOException, InterruptedException {
        Map<Integer, List<Run>> runs = new LinkedHashMap<>();
        COUNTS.forEach(count -> runs.put(count, new ArrayList<>()));
        try (SinkProcess sink = new SinkProcess(new Network(false, Shape.NONE), bench.workplace())) {
            for (int round = 1; bench.begins(round, 3); round++) {
                bench.say("many videos: round %d of %d", round, bench.settings().rounds());
                for (int count : COUNTS) {
                    runs.get(count).add(run(bench, sink, count));
                }
            }
        }
        return chapter(runs);
    }

    private static Run run(Bench bench, SinkProcess sink, int count) throws IOException, InterruptedException {
        bench.workplace().video(Row.MIB);
        Job job = new Job(
                ClientKind.COMPONENT,
                sink.uri(),
                null,
                4,
                Row.AUTO,
                Job.Body.FILE,
                bench.workplace().directory(),
                Collections.nCopies(count, Row.MIB),
                null);
        sink.takeLog();
        Sample sample = Jvm.read(Jvm.client(Task.TOGETHER, job, "256m"), Sample[].class)[0];
        long connections = sink.takeLog().stream()
                .filter(served -> served.firstByteAt() >= sample.beganAt())
                .mapToLong(Served::connection)
                .distinct()
                .count();
        return new Run(count, sample, connections);
    }

    private static Chapter chapter(Map<Integer, List<Run>> runs) {
        Table table =
                new Table("videos at once", "ms each", "CPU ms each", "allocated KiB each", "threads", "connections");
        runs.forEach((count, all) -> table.row(
                Integer.toString(count),
                number("%.2f", median(all, Run::millis)),
                number("%.2f", median(all, Run::cpuMillis)),
                number("%.0f", median(all, Run::allocatedKib)),
                number("%.0f", median(all, run -> run.sample().threads())),
                number("%.0f", median(all, run -> run.connections()))));
        String text = "Files of 1 MiB, all at once through one component in 256 MiB of heap, after 100 others. "
                + "\"Each\" is the whole divided by the number of videos; "
                + Standing.counted(runs.get(1).size()) + ".\n\n" + table;
        List<Run> most = runs.get(1000);
        return new Chapter(
                "Many videos",
                text,
                List.of(
                        Target.atMost(
                                "many videos: CPU of each of 1000 × each of 10",
                                1.1,
                                median(most, Run::cpuMillis) / median(runs.get(10), Run::cpuMillis)),
                        Target.atMost(
                                "many videos: allocation of each of 1000 × each of 10",
                                1.1,
                                median(most, Run::allocatedKib) / median(runs.get(10), Run::allocatedKib)),
                        Target.atMost("many videos: connections for 1000", LANES, median(most, Run::connections))));
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        return Standing.median(runs.stream().mapToDouble(figure));
    }
}
