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
import io.github.camelapivideo.benchmarks.race.LaneTime;
import io.github.camelapivideo.benchmarks.race.Network;
import io.github.camelapivideo.benchmarks.race.Race;
import io.github.camelapivideo.benchmarks.race.Row;
import io.github.camelapivideo.benchmarks.race.SinkProcess;
import io.github.camelapivideo.benchmarks.race.Standing;
import io.github.camelapivideo.benchmarks.report.Chapter;
import io.github.camelapivideo.benchmarks.report.Picture;
import io.github.camelapivideo.benchmarks.report.Picture.Panel;
import io.github.camelapivideo.benchmarks.report.Picture.Series;
import io.github.camelapivideo.benchmarks.report.Table;
import io.github.camelapivideo.benchmarks.report.Target;
import io.github.camelapivideo.benchmarks.sink.Served;
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Streams of unknown length, of lengths that the sizes of their parts cannot know: how much of the line they use. */
final class StreamsChapter implements Part {

    private static final Network NETWORK = new Network(false, Shape.each(25_000_000, 40));
    private static final List<Integer> LANES = List.of(4, 8);
    private static final List<Integer> LENGTHS_IN_MIB = List.of(300, 512, 777, 1024);
    private static final int LONG_IN_MIB = 4096;
    private static final List<Integer> QUICK_LENGTHS_IN_MIB = List.of(30, 77);
    private static final int QUICK_LONG_IN_MIB = 128;

    /** One upload of one round. */
    private record Run(int lanes, int mib, Figures figures, LaneTime time) {
        /** Which part of what the connections carry was used. */
        double share() {
            return figures.rate() / NETWORK.limit(lanes);
        }
    }

    /** All uploads. */
    private record Runs(List<Run> all, List<Integer> lengths, int longest) {

        double median(int lanes, int mib, ToDoubleFunction<Run> figure) {
            return Standing.median(all.stream()
                    .filter(run -> run.lanes() == lanes && run.mib() == mib)
                    .mapToDouble(figure));
        }

        int rounds() {
            return (int) all.stream()
                    .filter(run -> run.lanes() == LANES.get(0) && run.mib() == longest)
                    .count();
        }

        List<Integer> allLengths() {
            return Stream.concat(lengths.stream(), Stream.of(longest)).toList();
        }

        double mean(int lanes) {
            return lengths.stream()
                    .mapToDouble(mib -> median(lanes, mib, Run::share))
                    .average()
                    .orElse(Double.NaN);
        }
    }

    @Override
    public Chapter run(Bench bench) throws IOException, InterruptedException {
        boolean quick = bench.settings().quick();
        List<Integer> lengths = quick ? QUICK_LENGTHS_IN_MIB : LENGTHS_IN_MIB;
        Runs runs = new Runs(new ArrayList<>(), lengths, quick ? QUICK_LONG_IN_MIB : LONG_IN_MIB);
        try (SinkProcess sink = new SinkProcess(NETWORK, bench.workplace())) {
            for (int round = 1; bench.begins(round, 1); round++) {
                bench.say("streams: round %d of %d", round, bench.settings().rounds());
                for (int lanes : LANES) {
                    measure(sink, lanes, runs);
                }
            }
        }
        Picture picture = picture(runs);
        return new Chapter("Streams by length", text(runs) + "\n" + picture.link(), targets(runs), List.of(picture));
    }

    private static void measure(SinkProcess sink, int lanes, Runs runs) throws IOException, InterruptedException {
        List<Integer> lengths = runs.allLengths();
        List<Long> uploads = Stream.concat(
                        Race.SHORT_FIRST_UPLOADS.stream(), lengths.stream().map(mib -> mib * Row.MIB))
                .toList();
        Job job =
                new Job(ClientKind.COMPONENT, sink.uri(), null, lanes, Row.AUTO, Job.Body.UNKNOWN, null, uploads, null);
        sink.takeLog();
        Sample[] samples = Jvm.read(Jvm.client(Task.UPLOADS, job, Race.HEAP), Sample[].class);
        List<Served> served = sink.takeLog();
        for (int upload = 0; upload < lengths.size(); upload++) {
            Sample sample = samples[Race.SHORT_FIRST_UPLOADS.size() + upload];
            runs.all()
                    .add(new Run(
                            lanes,
                            lengths.get(upload),
                            Figures.of(sample, served),
                            LaneTime.of(sample, served, lanes)));
        }
    }

    private static String text(Runs runs) {
        Table table = new Table(
                "MiB", "4 lanes: of the limit", "s", "parts", "MB/s", "8 lanes: of the limit", "s", "parts", "MB/s");
        runs.allLengths().forEach(mib -> {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(mib)));
            LANES.forEach(lanes -> cells.addAll(cells(runs, lanes, mib)));
            table.row(cells.toArray(String[]::new));
        });
        return "Streams of unknown length over " + NETWORK.line()
                + ", plain HTTP, one after another, after three of 48 MiB, in " + Race.HEAP
                + " of heap, a quarter of which is `bufferMemory`. The bytes are generated; "
                + Standing.counted(runs.rounds()) + ". The limit is the length divided"
                + " by what the connections carry.\n\n" + table + "\n" + times(runs);
    }

    /** What keeps lanes from sending. */
    private static String times(Runs runs) {
        Table table = new Table("lanes", "MiB", "sending", "before the first part", "between parts", "at the end");
        for (int lanes : LANES) {
            runs.allLengths()
                    .forEach(mib -> table.row(
                            Integer.toString(lanes),
                            Integer.toString(mib),
                            percent(runs, lanes, mib, LaneTime::sending),
                            percent(runs, lanes, mib, LaneTime::begin),
                            percent(runs, lanes, mib, LaneTime::between),
                            percent(runs, lanes, mib, LaneTime::end)));
        }
        return "Where the time of the lanes went, by the clock of the sink, in percent of the upload's time × its lanes."
                + " Sending is from the first byte of a part to its last: with all stalls meanwhile, of the client and of the"
                + " line. Before the first part, the container is created, and the first part is read. Between parts, a lane"
                + " waits for its first part or the next one: it mixes the round trip of an answer with the time that the"
                + " client takes, which the sink cannot tell apart. At the end, the last part has begun, and a lane has no"
                + " part or waits for the last answer. The sink takes any number of requests a minute: no lane waits for the"
                + " account's limit.\n\n" + table;
    }

    private static String percent(Runs runs, int lanes, int mib, ToDoubleFunction<LaneTime> share) {
        return number("%.1f %%", 100 * runs.median(lanes, mib, run -> share.applyAsDouble(run.time())));
    }

    /** The time by length, beside the limit. */
    private static Picture picture(Runs runs) {
        List<Integer> lengths = runs.allLengths();
        List<Series> series = new ArrayList<>();
        for (int lanes : LANES) {
            series.add(new Series(
                    lanes + " parts at once",
                    lengths.stream()
                            .map(mib -> runs.median(
                                    lanes,
                                    mib,
                                    run -> seconds(mib, run.figures().rate())))
                            .toList()));
            series.add(new Series(
                    "the limit of " + lanes + " connections",
                    lengths.stream()
                            .map(mib -> seconds(mib, NETWORK.limit(lanes)))
                            .toList()));
        }
        return new Picture(
                "performance-streams.svg",
                "Time by length",
                "MiB",
                "seconds",
                lengths.stream().map(String::valueOf).toList(),
                List.of(new Panel("streams of unknown length", series)),
                true);
    }

    private static double seconds(int mib, double rate) {
        return mib * Row.MIB / rate;
    }

    private static List<String> cells(Runs runs, int lanes, int mib) {
        return List.of(
                number("%.3f", runs.median(lanes, mib, Run::share)),
                number(
                        "%.2f",
                        runs.median(
                                lanes, mib, run -> seconds(mib, run.figures().rate()))),
                // One request creates the container.
                number("%.0f", runs.median(lanes, mib, run -> run.figures().requests() - 1)),
                number("%.0f", runs.median(lanes, mib, run -> run.figures().rate() / 1e6)));
    }

    private static List<Target> targets(Runs runs) {
        String stream = "stream of unknown length, no limit of requests: of what %d connections of 25 MB/s carry, ";
        String mean = stream + "mean of %s MiB";
        String one = stream + "%s MiB";
        String lengths =
                String.join(", ", runs.lengths().stream().map(String::valueOf).toList());
        return List.of(
                Target.atLeast(String.format(mean, 4, lengths), 0.9, runs.mean(4)),
                Target.atLeast(String.format(mean, 8, lengths), 0.85, runs.mean(8)),
                Target.atLeast(String.format(one, 4, runs.longest()), 0.95, longest(runs, 4)),
                Target.atLeast(String.format(one, 8, runs.longest()), 0.95, longest(runs, 8)));
    }

    private static double longest(Runs runs, int lanes) {
        return runs.median(lanes, runs.longest(), Run::share);
    }
}
