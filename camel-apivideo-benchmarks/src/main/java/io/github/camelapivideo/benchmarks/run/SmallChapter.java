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
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** One small video after another: what is on top of the two requests that it takes. */
final class SmallChapter implements Part {

    private static final int VIDEOS = 14_000;
    // By then the JVM has compiled what an upload of the component runs, on a busy machine, too.
    private static final int WARM_UPS = 12_000;

    @Override
    public Chapter run(Bench bench) throws IOException, InterruptedException {
        List<Double> own = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> requests = new ArrayList<>();
        List<Double> bareRequests = new ArrayList<>();
        try (SinkProcess sink = new SinkProcess(new Network(false, Shape.NONE), bench.workplace())) {
            for (int round = 1; bench.begins(round, 3); round++) {
                bench.say(
                        "small videos: round %d of %d", round, bench.settings().rounds());
                bare.add(millis(bench, sink, ClientKind.BARE));
                bareRequests.add(requestsOfEach(sink));
                own.add(millis(bench, sink, ClientKind.COMPONENT));
                requests.add(requestsOfEach(sink));
            }
        }
        return chapter(own, bare, median(requests), median(bareRequests));
    }

    private static double requestsOfEach(SinkProcess sink) throws IOException {
        // One was for the access token.
        return (sink.takeLog().size() - 1) / (double) VIDEOS;
    }

    /** The median of how long each took, once the code is warm. */
    private static double millis(Bench bench, SinkProcess sink, ClientKind client)
            throws IOException, InterruptedException {
        bench.workplace().video(Row.MIB);
        Job job = new Job(
                client,
                sink.uri(),
                null,
                1,
                Row.PART,
                Job.Body.FILE,
                bench.workplace().directory(),
                Collections.nCopies(VIDEOS, Row.MIB),
                null);
        Sample[] samples = Jvm.read(Jvm.client(Task.UPLOADS, job, "512m"), Sample[].class);
        return Standing.median(Arrays.stream(samples)
                .skip(WARM_UPS)
                .mapToDouble(sample -> (sample.endedAt() - sample.beganAt()) / 1000.0));
    }

    private static double median(List<Double> values) {
        return Standing.median(values.stream().mapToDouble(Double::doubleValue));
    }

    private static Chapter chapter(List<Double> owns, List<Double> bares, double requests, double bareRequests) {
        double own = median(owns);
        double bare = median(bares);
        Table table = new Table("client", "ms for a video of 1 MiB", "requests for each");
        table.row("**component**", number("%.2f", own), number("%.2f", requests));
        table.row("bare HttpClient 5 loop", number("%.2f", bare), number("%.2f", bareRequests));
        String text = (VIDEOS - WARM_UPS) + " files of 1 MiB one after another, after " + WARM_UPS
                + " others, with an access token in memory. In each round the"
                + " median video counts: " + Standing.counted(owns.size()) + ".\n\n" + table;
        return new Chapter(
                "Small videos",
                text,
                List.of(
                        Target.atMost("small video: requests", 2, requests),
                        Target.atMost("small video: time × the bare loop's", 1.3, own / bare)));
    }
}
