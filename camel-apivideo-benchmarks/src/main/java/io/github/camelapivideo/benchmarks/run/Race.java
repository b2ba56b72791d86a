// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.benchmarks.client.ClientKind;
import io.github.camelapivideo.benchmarks.client.Job;
import io.github.camelapivideo.benchmarks.client.Sample;
import io.github.camelapivideo.benchmarks.client.Task;
import io.github.camelapivideo.benchmarks.run.Bench.Deadline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Clients against each other on one network: in each round every client runs once, in an order that chance decides.
 * Each is a new process, and uploads cold, then warm: once on a shaped network, which is as fast every time; else some
 * times until its code is compiled, and some times that count.
 */
final class Race implements AutoCloseable {

    // Enough for every lane of every client to have its connection.
    private static final long SHORT_FIRST_UPLOAD = 48 * Row.MIB;
    private static final String HEAP = "512m";
    // With the first one, enough for most of what the compiler has to do; over TLS it works a little longer.
    private static final int SETTLING_UPLOADS = 3;
    private static final int WARM_UPLOADS = 3;

    private final Bench bench;
    private final Network network;
    private final long length;
    private final List<Heat> heats;
    private final List<SinkProcess> sinks = new ArrayList<>();
    private final Standing standing = new Standing();

    /** Clients that run at the same time, because the network leaves the machine idle. */
    record Heat(List<Row> rows) {
        static Heat of(Row... rows) {
            return new Heat(Arrays.asList(rows));
        }
    }

    Race(Bench bench, Network network, long length, List<Heat> heats) throws IOException {
        this.bench = bench;
        this.network = network;
        this.length = length;
        this.heats = new ArrayList<>(heats);
        int most = heats.stream().mapToInt(heat -> heat.rows().size()).max().orElse(0);
        for (int sink = 0; sink < most; sink++) {
            sinks.add(new SinkProcess(network, bench.workplace()));
        }
    }

    /** As many rounds as asked for, or as there is time; one at least. */
    Standing run(int rounds, Random chance) throws IOException, InterruptedException {
        warmUp();
        Deadline deadline = bench.deadline();
        for (int round = 1; round <= rounds && (round == 1 || deadline.hasTimeLeft()); round++) {
            bench.say("%s: round %d of %d", network.label(), round, rounds);
            standing.begin();
            Collections.shuffle(heats, chance);
            for (Heat heat : heats) {
                run(heat);
            }
        }
        return standing;
    }

    /** The sinks' own code gets compiled before anybody is measured. */
    private void warmUp() throws IOException, InterruptedException {
        long bytes = network.shaped() ? SHORT_FIRST_UPLOAD : 1024 * Row.MIB;
        for (SinkProcess sink : sinks) {
            Job job = job(Row.file(ClientKind.RAW, "", 4), sink, List.of(bytes));
            Jvm.client(Task.UPLOADS, job, HEAP);
            sink.takeLog();
        }
    }

    private void run(Heat heat) throws InterruptedException {
        List<Thread> running = new ArrayList<>();
        for (int lane = 0; lane < heat.rows().size(); lane++) {
            Row row = heat.rows().get(lane);
            SinkProcess sink = sinks.get(lane);
            Thread thread = new Thread(() -> run(row, sink));
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            thread.join();
        }
    }

    private void run(Row row, SinkProcess sink) {
        try {
            Figures figures = row.client() == null ? curl(row, sink) : java(row, sink);
            standing.add(row, figures);
            bench.say("  %-70s %7.0f MB/s", row.label(), figures.rate() / 1e6);
        } catch (IOException | RuntimeException e) {
            bench.fail("  %-70s failed: %s", row.label(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Figures java(Row row, SinkProcess sink) throws IOException, InterruptedException {
        Job job = job(row, sink, uploads());
        sink.takeLog();
        long startedAt = Bench.micros();
        JsonNode samples = Jvm.client(Task.UPLOADS, job, HEAP);
        return Figures.of(startedAt, List.of(Jvm.read(samples, Sample[].class)), warmUploads(), sink.takeLog());
    }

    private List<Long> uploads() {
        return network.shaped()
                ? List.of(Math.min(length, SHORT_FIRST_UPLOAD), length)
                : Collections.nCopies(1 + SETTLING_UPLOADS + WARM_UPLOADS, length);
    }

    private int warmUploads() {
        return network.shaped() ? 1 : WARM_UPLOADS;
    }

    private Job job(Row row, SinkProcess sink, List<Long> uploads) throws IOException {
        for (long upload : uploads) {
            bench.workplace().video(upload);
        }
        return new Job(
                row.client(),
                sink.uri(),
                network.tls() ? bench.workplace().trusted() : null,
                row.lanes(),
                row.partSize(),
                row.body(),
                bench.workplace().directory(),
                uploads,
                null);
    }

    private Figures curl(Row row, SinkProcess sink) throws IOException, InterruptedException {
        sink.takeLog();
        long beganAt = Bench.micros();
        Curl.Times times = new Curl(bench.workplace()).upload(row, sink.uri(), length);
        long endedAt = Bench.micros();
        return Figures.ofProcesses(beganAt, endedAt, times.cpuSeconds(), times.resident(), length, sink.takeLog());
    }

    @Override
    public void close() throws IOException {
        for (SinkProcess sink : sinks) {
            sink.close();
        }
    }
}
