// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.benchmarks.client.ClientKind;
import io.github.camelapivideo.benchmarks.client.Job;
import io.github.camelapivideo.benchmarks.client.Sample;
import io.github.camelapivideo.benchmarks.client.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Clients against each other on one network: in each round every client runs once, in an order that chance decides.
 * Each is a new process, and uploads cold, then warm: once on a shaped network, which is as fast every time; else small
 * videos until its code is compiled, and some times that count.
 */
public final class Race implements AutoCloseable {

    /** The first uploads of a process on a shaped network: enough for every lane of every client to have its connection. */
    public static final List<Long> SHORT_FIRST_UPLOADS = Collections.nCopies(3, 48 * Row.MIB);

    /** The heap of a client; the component takes a quarter of it for the parts of streams. */
    public static final String HEAP = "512m";
    // The compiler of the JVM counts calls, not bytes: with many requests it does most of its work in a few seconds.
    private static final int SETTLING_VIDEOS = 1500;
    // Parts of many lanes are sent by code that small videos do not use.
    private static final int SETTLING_UPLOADS = 4;
    private static final int WARM_UPLOADS = 3;
    /** The number of uploads that count on a line that breaks, where one upload tells little. */
    public static final int UPLOADS_ON_A_BREAKING_LINE = 3;

    private final Bench bench;
    private final Network network;
    private final long length;
    private final List<Heat> heats;
    private final List<SinkProcess> sinks = new ArrayList<>();
    private final Standing standing = new Standing();
    private final Memory memory;

    /**
     * What a client has for its objects.
     *
     * @param heap for -Xmx
     * @param bufferMemory of it for the parts of streams; null for the component's default
     */
    public record Memory(String heap, String bufferMemory) {}

    /** Clients that run at the same time, because the network leaves the machine idle. */
    public record Heat(List<Row> rows) {
        public static Heat of(Row... rows) {
            return new Heat(Arrays.asList(rows));
        }
    }

    public Race(Bench bench, Network network, long length, List<Heat> heats) throws IOException {
        this(bench, network, length, heats, new Memory(HEAP, null));
    }

    public Race(Bench bench, Network network, long length, List<Heat> heats, Memory memory) throws IOException {
        this.memory = memory;
        this.bench = bench;
        this.network = network;
        this.length = length;
        this.heats = new ArrayList<>(heats);
        int most = heats.stream().mapToInt(heat -> heat.rows().size()).max().orElse(0);
        for (int sink = 0; sink < most; sink++) {
            sinks.add(new SinkProcess(network, bench.workplace()));
        }
    }

    /** As many rounds as asked for, or as there is time, in an order that the seed decides; at least that many. */
    public Standing run(int least) throws IOException, InterruptedException {
        Random chance = new Random(bench.settings().seed());
        warmUp();
        for (int round = 1; bench.begins(round, least); round++) {
            bench.say(
                    "%s: round %d of %d",
                    network.label(), round, bench.settings().rounds());
            standing.begin();
            Collections.shuffle(heats, chance);
            for (Heat heat : heats) {
                run(heat);
            }
        }
        return standing;
    }

    /** The sinks' own code gets compiled before anybody is measured; on a shaped network they have time for it. */
    private void warmUp() {
        if (network.shaped()) {
            return;
        }
        Row row = Row.file(ClientKind.RAW, "the sink alone", 4);
        for (SinkProcess sink : sinks) {
            attempt(row, () -> {
                Jvm.client(Task.UPLOADS, job(row, sink, List.of(1024 * Row.MIB)), HEAP);
                sink.takeLog();
            });
        }
    }

    private void run(Heat heat) throws InterruptedException {
        List<SinkProcess> free = new ArrayList<>(sinks);
        together(heat.rows(), row -> run(row, take(free)));
    }

    private static SinkProcess take(List<SinkProcess> free) {
        synchronized (free) {
            return free.remove(0);
        }
    }

    private static <T> void together(List<T> all, Consumer<T> doing) throws InterruptedException {
        List<Thread> running =
                all.stream().map(one -> new Thread(() -> doing.accept(one))).toList();
        running.forEach(Thread::start);
        for (Thread thread : running) {
            thread.join();
        }
    }

    private void run(Row row, SinkProcess sink) {
        attempt(row, () -> {
            Figures figures = row.client() == null ? curl(row, sink) : java(row, sink);
            standing.add(row, figures);
            bench.say("  %-70s %7.0f MB/s", row.label(), figures.rate() / 1e6);
        });
    }

    private void attempt(Row row, Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException | RuntimeException e) {
            bench.fail("  %-70s failed: %s", row.label(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException, InterruptedException;
    }

    private Figures java(Row row, SinkProcess sink) throws IOException, InterruptedException {
        Job job = job(row, sink, uploads());
        sink.takeLog();
        long startedAt = Bench.micros();
        JsonNode samples = Jvm.client(row.platform(), Task.UPLOADS, job, memory.heap());
        List<Sample> all = List.of(Jvm.read(samples, Sample[].class));
        return network.shape().breaks()
                ? Figures.ofLast(startedAt, all, UPLOADS_ON_A_BREAKING_LINE, sink.takeLog())
                : Figures.of(startedAt, all, warmUploads(), sink.takeLog());
    }

    private List<Long> uploads() {
        if (!network.shaped()) {
            List<Long> uploads = new ArrayList<>(List.of(length));
            uploads.addAll(Collections.nCopies(bench.settings().quick() ? 1 : SETTLING_VIDEOS, Row.MIB));
            uploads.addAll(Collections.nCopies(SETTLING_UPLOADS + WARM_UPLOADS, length));
            return uploads;
        }
        List<Long> uploads = new ArrayList<>(SHORT_FIRST_UPLOADS.stream()
                .map(first -> Math.min(length, first))
                .toList());
        if (network.tls()) {
            // In the first large one the compiler of the JVM still works on the encryption.
            uploads.add(length);
        }
        uploads.addAll(Collections.nCopies(network.shape().breaks() ? UPLOADS_ON_A_BREAKING_LINE : 1, length));
        return uploads;
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
                memory.bufferMemory());
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
