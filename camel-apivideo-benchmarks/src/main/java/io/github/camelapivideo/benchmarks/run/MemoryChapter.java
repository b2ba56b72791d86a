// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import static io.github.camelapivideo.benchmarks.report.Table.number;

import io.github.camelapivideo.benchmarks.client.ClientKind;
import io.github.camelapivideo.benchmarks.client.Job;
import io.github.camelapivideo.benchmarks.client.Sample;
import io.github.camelapivideo.benchmarks.client.Task;
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
            bench.say("memory: a stream of %d GiB in 64 MiB of heap", length / 1024 / Row.MIB);
            List<Long> uploads = List.of(1024 * Row.MIB, 1024 * Row.MIB, length);
            Sample[] one = measure(Task.UPLOADS, job(sink.uri(), uploads, null), "64m");
            sink.takeLog();
            bench.say("memory: %d streams at once", MANY);
            List<Long> all = Collections.nCopies(MANY, LENGTH_OF_MANY);
            Sample many = measure(Task.TOGETHER, job(sink.uri(), all, Long.toString(BUFFER_MEMORY)), HEAP_OF_MANY)[0];
            return chapter(one[1], one[2], many);
        }
    }

    private static Sample[] measure(Task task, Job job, String heap) throws IOException, InterruptedException {
        return Jvm.read(Jvm.client(task, job, heap), Sample[].class);
    }

    private static Job job(URI sink, List<Long> uploads, String bufferMemory) {
        return new Job(ClientKind.COMPONENT, sink, null, 4, SMALL_PART, Job.Body.UNKNOWN, null, uploads, bufferMemory);
    }

    private static Chapter chapter(Sample shorter, Sample longer, Sample many) {
        Table table = new Table(
                "uploads", "-Xmx", "peak of the heap MiB", "left after collections MiB", "RSS MiB", "threads", "MB/s");
        row(table, "1 stream of 1 GiB, parts of 5 MiB", "64m", shorter);
        row(
                table,
                "1 stream of " + number("%.1f", longer.bytes() / Figures.GIB) + " GiB, parts of 5 MiB",
                "64m",
                longer);
        row(table, MANY + " streams of 64 MiB at once, `bufferMemory=128MiB`", HEAP_OF_MANY, many);
        String text = "Streams of unknown length, four parts at once, made up as they are read.\n\n" + table;
        return new Chapter(
                "Memory",
                text,
                List.of(
                        Target.atMost(
                                "memory: peak of the heap, the long stream's × that of 1 GiB",
                                1.05,
                                (double) longer.heapPeak() / shorter.heapPeak()),
                        // That they arrived in this heap is the measurement.
                        Target.atMost(
                                "memory: " + MANY + " streams at once, heap in MiB",
                                (BUFFER_MEMORY + CONSTANT) / (double) Row.MIB,
                                many.heapPeak() / (double) Row.MIB)));
    }

    private static void row(Table table, String what, String heap, Sample sample) {
        table.row(
                what,
                heap,
                number("%.0f", sample.heapPeak() / (double) Row.MIB),
                number("%.0f", sample.heapLive() / (double) Row.MIB),
                number("%.0f", sample.residentPeak() / (double) Row.MIB),
                Integer.toString(sample.threads()),
                number("%.0f", Figures.rate(sample) / 1e6));
    }
}
