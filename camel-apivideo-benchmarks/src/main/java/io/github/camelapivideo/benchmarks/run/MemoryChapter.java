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
import io.github.camelapivideo.benchmarks.report.Picture;
import io.github.camelapivideo.benchmarks.report.Picture.Panel;
import io.github.camelapivideo.benchmarks.report.Picture.Series;
import io.github.camelapivideo.benchmarks.report.Table;
import io.github.camelapivideo.benchmarks.report.Target;
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

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
            bench.say("memory: streams of up to %.1f GiB in 64 MiB of heap, twice", length / Figures.GIB);
            Job one = job(sink.uri(), List.of(1024 * Row.MIB, 1024 * Row.MIB, 256 * Row.MIB, length / 4, length), null);
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
            // The first upload warms up.
            List<Pair> byLength = IntStream.range(1, streams.length)
                    .mapToObj(upload -> new Pair(streams[upload], streamsWeighed[upload]))
                    .toList();
            return chapter(byLength, new Pair(together[0], togetherWeighed[0]));
        }
    }

    /** The same twice. */
    private record Pair(Sample undisturbed, Sample weighed) {

        long bytes() {
            return undisturbed.bytes();
        }

        String label() {
            return number("%.4f", bytes() / Figures.GIB).replaceFirst("\\.?0+$", "") + " GiB";
        }
    }

    private static Sample[] measure(Task task, Job job, String heap) throws IOException, InterruptedException {
        return Jvm.read(Jvm.client(task, job, heap), Sample[].class);
    }

    private static Job job(URI sink, List<Long> uploads, String bufferMemory) {
        return new Job(ClientKind.COMPONENT, sink, null, 4, SMALL_PART, Job.Body.UNKNOWN, null, uploads, bufferMemory);
    }

    private static Chapter chapter(List<Pair> byLength, Pair many) {
        Pair shorter = byLength.get(0);
        Pair longer = byLength.get(byLength.size() - 1);
        List<Pair> sorted =
                byLength.stream().sorted(Comparator.comparingLong(Pair::bytes)).toList();
        Table table =
                new Table("uploads", "-Xmx", "reachable MiB", "peak with garbage MiB", "RSS MiB", "threads", "MB/s");
        sorted.forEach(pair -> row(table, "1 stream of " + pair.label() + ", parts of 5 MiB", HEAP_OF_ONE, pair));
        Picture picture = picture(sorted);
        row(table, MANY + " streams of 64 MiB at once, `bufferMemory=128MiB`", HEAP_OF_MANY, many);
        String text = "Streams of unknown length, four parts at once, generated while they are read. Each case runs"
                + " twice: once undisturbed, and once with repeated full collections. \"Reachable\" is the largest heap"
                + " after such a collection.\n\n" + table + "\n" + picture.link();
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
                                many.weighed().heapLive() / (double) Row.MIB)),
                List.of(picture));
    }

    /** The memory by length. */
    private static Picture picture(List<Pair> sorted) {
        List<Series> series = List.of(
                series("resident", sorted, pair -> pair.undisturbed().residentPeak()),
                series("heap with garbage", sorted, pair -> pair.undisturbed().heapPeak()),
                series("heap, reachable", sorted, pair -> pair.weighed().heapLive()));
        return new Picture(
                "performance-memory.svg",
                "Memory by length, at most",
                "length of the stream",
                "MiB",
                sorted.stream().map(Pair::label).toList(),
                List.of(new Panel("one stream of unknown length, -Xmx" + HEAP_OF_ONE, series)),
                false);
    }

    private static Series series(String name, List<Pair> pairs, ToLongFunction<Pair> bytes) {
        return new Series(
                name,
                pairs.stream()
                        .map(pair -> bytes.applyAsLong(pair) / (double) Row.MIB)
                        .toList());
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
