// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import static io.github.camelapivideo.benchmarks.report.Table.number;

import io.github.camelapivideo.benchmarks.race.Bench;
import io.github.camelapivideo.benchmarks.race.Row;
import io.github.camelapivideo.benchmarks.report.Chapter;
import io.github.camelapivideo.benchmarks.report.Table;
import io.github.camelapivideo.benchmarks.report.Target;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.plan.Parallelism;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.StreamKind;
import io.github.camelapivideo.internal.source.StreamPartSource;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the automatic part size comes to on slow and fast lines, on paper, beside every fixed size. */
final class AutoChapter implements Part {

    private static final long[] LENGTHS_IN_MIB = {10, 50, 100, 500, 1024, 5 * 1024, 10 * 1024, 30 * 1024};
    private static final int[] LANES = {1, 4, 8};
    private static final int PRODUCTION = 100;
    private static final int SANDBOX = 40;
    private static final long MUCH_MEMORY = 1024 * Row.MIB;
    private static final long LITTLE_MEMORY = 128 * Row.MIB;
    private static final long SHORT_STREAM = 50 * Row.MIB;
    // Shorter streams have fewer parts than the account has requests in a minute.
    private static final long[] LONG_IN_MIB = {5 * 1024, 10 * 1024, 30 * 1024};
    private static final long STEP = 5 * Row.MIB;
    private static final double ABOUT_AS_GOOD = 1.1;

    /** A line; one of 10 Gbit/s is nearer to the service. */
    private enum Line {
        SLOW("10 Mbit/s", 10e6, 0.05),
        MODEST("100 Mbit/s", 100e6, 0.05),
        FAST("1 Gbit/s", 1e9, 0.05),
        FASTEST("10 Gbit/s", 10e9, 0.015);

        private final String label;
        private final double bits;
        private final double pause;

        Line(String label, double bits, double pause) {
            this.label = label;
            this.bits = bits;
            this.pause = pause;
        }

        Upload upload(long length, int lanes, int requestsPerMinute) {
            return new Upload(length, lanes, requestsPerMinute, bits / 8, pause);
        }
    }

    @Override
    public Chapter run(Bench bench) {
        String text =
                "Calculated: lanes share the line evenly; each request costs a pause of 50 ms, or 15 ms on the fastest"
                        + " line; the service takes " + PRODUCTION
                        + " requests in each minute from the first one on, in the sandbox " + SANDBOX
                        + ". In each cell the seconds"
                        + " of `auto`, and × the best fixed size of 5, 10, … 200 MiB (below 1: `auto` is better). The targets are"
                        + " over 1, 4 and 8 lanes, that of files over both environments; the tables have four lanes in production.\n\nA file:\n\n"
                        + table(AutoChapter::file)
                        + "\nA stream of unknown length, 1 GiB of `bufferMemory` (a heap of 4 GiB), compared with fixed sizes"
                        + " of a stream of unknown length:\n\n" + table(upload -> stream(upload, MUCH_MEMORY))
                        + "\nThe same long streams, in the same parts, if the account had no limit of requests. Where a ratio"
                        + " above is larger than here, the account's limit is the reason.\n\n"
                        + table(upload -> stream(upload, MUCH_MEMORY), Upload::unlimited, LONG_IN_MIB, Long.MAX_VALUE)
                        + "\nWithout the limit, all lengths from 50 MiB on, 1, 4 and 8 lanes: "
                        + above()
                        + "\nThe same with the limit, and 128 MiB of `bufferMemory`: the default in a heap of 512 MiB, in which most"
                        + " streams of this page were measured. The fixed sizes are those that fit:\n\n"
                        + table(upload -> stream(upload, LITTLE_MEMORY), LITTLE_MEMORY)
                        + "\nNot considered: on a line that breaks often smaller parts are better, because interrupted parts are sent"
                        + " again. Choose `partSize=10MiB` there.\n";
        return new Chapter("The automatic part size", text, targets());
    }

    private static List<Target> targets() {
        Planning streams = upload -> stream(upload, MUCH_MEMORY);
        Planning tight = upload -> stream(upload, LITTLE_MEMORY);
        String longEnough = "`auto`, streams from 50 MiB on, production, ";
        return List.of(
                Target.atMost(
                        "`auto`, files: time × the best fixed size's, at worst",
                        1.05,
                        Stream.of(SANDBOX, PRODUCTION)
                                .flatMap(rate -> uploads(0, rate))
                                .mapToDouble(upload -> ratio(upload, file(upload), Long.MAX_VALUE))
                                .max()
                                .orElseThrow()),
                Target.atMost(longEnough + "1 GiB of memory: the same", ABOUT_AS_GOOD, worst(streams, MUCH_MEMORY)),
                Target.atMost(longEnough + "128 MiB of memory: the same", ABOUT_AS_GOOD, worst(tight, LITTLE_MEMORY)),
                Target.atMost(
                        longEnough + "1 GiB of memory, if the account had no limit: the same",
                        ABOUT_AS_GOOD,
                        uploads(SHORT_STREAM, PRODUCTION)
                                .mapToDouble(upload -> ratio(upload.unlimited(), streams.plan(upload), MUCH_MEMORY))
                                .max()
                                .orElseThrow()));
    }

    private static double worst(Planning planning, long memory) {
        return uploads(SHORT_STREAM, PRODUCTION)
                .mapToDouble(upload -> ratio(upload, planning.plan(upload), memory))
                .max()
                .orElseThrow();
    }

    /** The cells in which a fixed size is better by more than the target allows. */
    private static String above() {
        Table table = new Table("length", "line", "lanes", "parts", "× the best fixed size");
        int all = 0;
        int more = 0;
        for (Upload upload : uploads(SHORT_STREAM, PRODUCTION).toList()) {
            PartPlan plan = stream(upload, MUCH_MEMORY);
            double ratio = ratio(upload.unlimited(), plan, MUCH_MEMORY);
            all++;
            if (ratio > ABOUT_AS_GOOD) {
                more++;
                table.row(
                        label(upload.length()),
                        Stream.of(Line.values())
                                .filter(line -> line.bits / 8 == upload.bytesPerSecond())
                                .findFirst()
                                .orElseThrow()
                                .label,
                        Integer.toString(upload.lanes()),
                        Integer.toString(sizes(plan, upload.length()).size()),
                        number("%.2f", ratio));
            }
        }
        return "in " + more + " of " + all + " cases a fixed size is better by more than a tenth.\n\n" + table;
    }

    private static String label(long length) {
        long mib = length / Row.MIB;
        return mib >= 1024 ? mib / 1024 + " GiB" : mib + " MiB";
    }

    private static double ratio(Upload upload, PartPlan plan, long memory) {
        return seconds(upload, plan) / best(upload, memory);
    }

    private static Stream<Upload> uploads(long leastLength, int requestsPerMinute) {
        return LongStream.of(LENGTHS_IN_MIB)
                .map(mib -> mib * Row.MIB)
                .filter(length -> length >= leastLength)
                .boxed()
                .flatMap(length -> Stream.of(Line.values()).flatMap(line -> IntStream.of(LANES)
                        .mapToObj(lanes -> line.upload(length, lanes, requestsPerMinute))));
    }

    private interface Planning {
        PartPlan plan(Upload upload);
    }

    private static PartPlan file(Upload upload) {
        return PartPlan.of(upload.length(), 0, upload.lanes(), upload.requestsPerMinute());
    }

    private static PartPlan stream(Upload upload, long memory) {
        StreamPartSource source = new StreamPartSource(InputStream.nullInputStream(), StreamKind.LIVE);
        return PartPlan.of(
                source, 0, Parallelism.of(upload.lanes()), upload.requestsPerMinute(), forStream(upload, memory));
    }

    /** What one stream gets of the memory for all: one part more than it has lanes fits into that. */
    private static long forStream(Upload upload, long memory) {
        return new PartBuffers(memory, null).forStream(upload.lanes() + 1);
    }

    private static double seconds(Upload upload, PartPlan plan) {
        return upload.seconds(plan::sizeOf);
    }

    /** With the best size of which one part more than lanes fits into the memory. */
    private static double best(Upload upload, long memory) {
        long largest =
                Math.max(STEP, Math.min(PartPlan.MAX_PART_SIZE, forStream(upload, memory) / (upload.lanes() + 1)));
        return LongStream.iterate(STEP, size -> size <= largest, size -> size + STEP)
                .filter(size -> (upload.length() - 1) / size < PartPlan.MAX_PARTS)
                .mapToDouble(size -> upload.seconds(number -> size))
                .min()
                .orElseThrow();
    }

    private static Table table(Planning planning) {
        return table(planning, Long.MAX_VALUE);
    }

    private static Table table(Planning planning, long memory) {
        return table(planning, UnaryOperator.identity(), LENGTHS_IN_MIB, memory);
    }

    /** @param measured the upload that the plan is used for, made of the one that it is made for */
    private static Table table(Planning planning, UnaryOperator<Upload> measured, long[] lengths, long memory) {
        List<String> columns = new ArrayList<>(List.of("length", "parts", "MiB of each"));
        for (Line line : Line.values()) {
            columns.add(line.label);
        }
        Table table = new Table(columns.toArray(String[]::new));
        for (long mib : lengths) {
            table.row(row(mib * Row.MIB, planning, measured, memory));
        }
        return table;
    }

    private static String[] row(long length, Planning planning, UnaryOperator<Upload> measured, long memory) {
        PartPlan plan = planning.plan(Line.FAST.upload(length, 4, PRODUCTION));
        List<Long> sizes = sizes(plan, length);
        long first = sizes.get(0);
        long largest = Collections.max(sizes);
        List<String> cells = new ArrayList<>();
        cells.add(label(length));
        cells.add(Integer.toString(sizes.size()));
        cells.add(
                largest > first
                        ? number("%.0f to ", first / (double) Row.MIB) + number("%.0f", largest / (double) Row.MIB)
                        : number("%.1f", first / (double) Row.MIB));
        for (Line line : Line.values()) {
            Upload upload = measured.apply(line.upload(length, 4, PRODUCTION));
            double seconds = seconds(upload, plan);
            cells.add(number(seconds < 10 ? "%.2f" : "%.0f", seconds)
                    + number(" (× %.2f)", seconds / best(upload, memory)));
        }
        return cells.toArray(String[]::new);
    }

    private static List<Long> sizes(PartPlan plan, long length) {
        List<Long> sizes = new ArrayList<>();
        for (long left = length; left > 0; left -= sizes.get(sizes.size() - 1)) {
            sizes.add(Math.min(left, plan.sizeOf(sizes.size() + 1)));
        }
        return sizes;
    }

    /**
     * How long an upload takes on paper: lanes that share a line evenly, a pause for each request, and no more requests in
     * each minute than the service takes.
     *
     * @param bytesPerSecond what the line carries in all
     * @param pause in seconds, for each request: the way there and back, and the service
     */
    record Upload(long length, int lanes, int requestsPerMinute, double bytesPerSecond, double pause) {

        private static final double MINUTE = 60;

        /** The same without the service's limit. */
        Upload unlimited() {
            return new Upload(length, lanes, Integer.MAX_VALUE, bytesPerSecond, pause);
        }

        /**
         * @param size of each part, by its number
         * @return seconds
         */
        double seconds(IntToLongFunction size) {
            PriorityQueue<Double> free = new PriorityQueue<>(Collections.nCopies(lanes, 0.0));
            double end = 0;
            long left = length;
            for (int number = 1; left > 0; number++) {
                long part = Math.min(left, size.applyAsLong(number));
                left -= part;
                // The minute in which the service takes the request of this number.
                double allowed = (number - 1) / requestsPerMinute * MINUTE;
                double begin = Math.max(free.remove(), allowed);
                double ended = begin + part / (bytesPerSecond / lanes) + pause;
                free.add(ended);
                end = Math.max(end, ended);
            }
            return end;
        }
    }
}
