// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import static io.github.camelapivideo.benchmarks.report.Table.number;

import io.github.camelapivideo.benchmarks.client.ClientKind;
import io.github.camelapivideo.benchmarks.client.Job;
import io.github.camelapivideo.benchmarks.client.Sample;
import io.github.camelapivideo.benchmarks.client.Task;
import io.github.camelapivideo.benchmarks.race.Bench;
import io.github.camelapivideo.benchmarks.race.Figures;
import io.github.camelapivideo.benchmarks.race.Jvm;
import io.github.camelapivideo.benchmarks.race.Network;
import io.github.camelapivideo.benchmarks.race.Row;
import io.github.camelapivideo.benchmarks.race.SinkProcess;
import io.github.camelapivideo.benchmarks.report.Chapter;
import io.github.camelapivideo.benchmarks.report.Table;
import io.github.camelapivideo.benchmarks.report.Target;
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;

/** Whether memory depends on the length of a video, or on how many there are. */
final class MemoryChapter implements Part {

    private static final long SMALL_PART = 5 * Row.MIB;
    private static final String HEAP_OF_ONE = "64m";
    private static final int MANY = 100;
    private static final long LENGTH_OF_MANY = 64 * Row.MIB;
    private static final long BUFFER_MEMORY = 128 * Row.MIB;
    // Camel, the HTTP client, what a collector needs to work with; a few kilobytes for each upload.
    private static final long CONSTANT = 64 * Row.MIB;
    private static final String HEAP_OF_MANY = (BUFFER_MEMORY + CONSTANT) / Row.MIB + "m";

    @Override
    public Chapter run(Bench bench) throws IOException, InterruptedException {
        long length = bench.settings().longLength();
        try (SinkProcess sink = new SinkProcess(new Network(false, Shape.NONE), bench.workplace())) {
            bench.say("memory: a stream of %d GiB in 64 MiB of heap, twice", length / 1024 / Row.MIB);
            Job one = job(sink.uri(), List.of(1024 * Row.MIB, 1024 * Row.MIB, length), null);
            Sample[] streams = measure(Task.UPLOADS, one, HEAP_OF_ONE);
            sink.takeLog();
            Sample[] streamsWeighed = measure(Task.UPLOADS_WEIGHED, one, HEAP_OF_ONE);
            sink.takeLog();
            bench.say("memory: %d streams at once, twice", MANY);
            List<Long> all = Collections.nCopies(MANY, LENGTH_OF_MANY);
            Job many = job(sink.uri(), all, Long.toString(BUFFER_MEMORY));
            Sample[] together = measure(Task.TOGETHER, many, HEAP_OF_MANY);
            sink.takeLog();
            Sample[] togetherWeighed = measure(Task.TOGETHER_WEIGHED, many, HEAP_OF_MANY);
            return chapter(
                    new Pair(streams[1], streamsWeighed[1]),
                    new Pair(streams[2], streamsWeighed[2]),
                    new Pair(together[0], togetherWeighed[0]));
        }
    }

    /** The same twice. */
    private record Pair(Sample undisturbed, Sample weighed) {}

    private static Sample[] measure(Task task, Job job, String heap) throws IOException, InterruptedException {
        return Jvm.read(Jvm.client(task, job, heap), Sample[].class);
    }

    private static Job job(URI sink, List<Long> uploads, String bufferMemory) {
        return new Job(ClientKind.COMPONENT, sink, null, 4, SMALL_PART, Job.Body.UNKNOWN, null, uploads, bufferMemory);
    }

    private static Chapter chapter(Pair shorter, Pair longer, Pair many) {
        Table table =
                new Table("uploads", "-Xmx", "reachable MiB", "peak with garbage MiB", "RSS MiB", "threads", "MB/s");
        row(table, "1 stream of 1 GiB, parts of 5 MiB", HEAP_OF_ONE, shorter);
        String longOne = number("%.1f", longer.undisturbed().bytes() / Figures.GIB);
        row(table, "1 stream of " + longOne + " GiB, parts of 5 MiB", HEAP_OF_ONE, longer);
        row(table, MANY + " streams of 64 MiB at once, `bufferMemory=128MiB`", HEAP_OF_MANY, many);
        String text = "Streams of unknown length, four parts at once, generated while they are read. Each case runs"
                + " twice: once undisturbed, and once with repeated full collections. \"Reachable\" is the largest heap"
                + " after such a collection.\n\n" + table;
        return new Chapter(
                "Memory",
                text,
                List.of(
                        Target.atMost(
                                "memory: reachable heap, the long stream's × that of 1 GiB",
                                1.05,
                                (double) longer.weighed().heapLive()
                                        / shorter.weighed().heapLive()),
                        Target.atMost(
                                "memory: " + MANY + " streams at once, MiB of reachable heap",
                                (BUFFER_MEMORY + CONSTANT) / (double) Row.MIB,
                                many.weighed().heapLive() / (double) Row.MIB)));
    }

    private static void row(Table table, String what, String heap, Pair pair) {
        Sample sample = pair.undisturbed();
        table.row(
                what,
                heap,
                number("%.1f", pair.weighed().heapLive() / (double) Row.MIB),
                number("%.1f", sample.heapPeak() / (double) Row.MIB),
                number("%.0f", sample.residentPeak() / (double) Row.MIB),
                Integer.toString(sample.threads()),
                number("%.0f", Figures.rate(sample) / 1e6));
    }
}
