// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.TlsFront;
import io.github.camelapivideo.testsupport.BareLoop;
import io.github.camelapivideo.testsupport.PlainHttp;
import io.github.camelapivideo.testsupport.TestVideo;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Guards what the way of the bytes costs, by figures that hold on a busy machine: allocation, and processor time beside
 * the same bytes sent by the least code that can. No seconds are compared, for they do not hold. CONTRIBUTING.md lists
 * for each guard a change of main code with which it fails.
 *
 * <p>No meters, events or spans are received: so the figures contain what reporting costs when nothing listens.
 */
class BytePathTest {

    private static final int PARTS = 24;
    private static final int PARALLELISM = 2;
    // Alone in its JVM, the first rounds are not compiled yet.
    private static final int ROUNDS = 8;
    private static final int ROUNDS_OVER_TLS = 2;

    // Requests, their forms and answers take 0.84 to 0.92 of both, in code that is not compiled yet.
    // So 20 KiB more for each part are too much.
    private static final long ALLOCATED_FOR_A_PART = 72 * 1024;
    private static final long ALLOCATED_FOR_AN_UPLOAD = 1024 * 1024;

    // Close to 1 on a quiet machine, up to 1.7 on a busy one; what writes in pieces of 16 bytes is above 5.
    private static final double CPU_OF_THE_BARE_LOOP = 2.5;

    // Close to 1 in practice; one more buffer of 256 KiB for each part makes 1.5 of it.
    private static final double ALLOCATED_OVER_TLS = 1.3;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final long LEAST_READ = 32 * 1024;

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private TestVideo video;
    private TlsFront front;

    @BeforeEach
    void start() {
        video = TestVideo.of((long) PARTS * PART);
        assertThat(fixture.context().getRegistry().findByType(MeterRegistry.class))
                .isEmpty();
        assertThat(fixture.context().getRegistry().findByType(Tracer.class)).isEmpty();
        // Camel 4.22 has one of its own.
        assertThat(fixture.context().getManagementStrategy().getEventNotifiers())
                .allMatch(notifier -> notifier.getClass().getName().startsWith("org.apache.camel."));
    }

    @Test
    void aFileIsSentThroughBuffersThatAreUsedAgain() throws Exception {
        Path file = video.file(folder, "a.mp4");
        assertAllocatesLittle(file::toFile);
    }

    @Test
    void aStreamIsSentThroughBuffersThatAreUsedAgain() throws Exception {
        assertAllocatesLittle(video::stream);
    }

    /** Told by Linux alone. The look at the first bytes must leave no small buffer behind. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileIsReadInPiecesAsLargeAsTheConnectionTakes() throws Exception {
        Path file = video.file(folder, "a.mp4");
        long[] before = reads();
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=1", file.toFile()), video);
        long[] after = reads();
        assertThat((after[0] - before[0]) / (after[1] - before[1]))
                .as("bytes of a read")
                .isGreaterThan(LEAST_READ);
    }

    /** Returns the bytes that the component's threads have read, and the number of their reads. */
    private static long[] reads() throws IOException {
        long bytes = 0;
        long calls = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path thread : threads) {
                if (Files.readString(thread.resolve("comm")).startsWith("Camel (camel-")) {
                    Map<String, Long> figures = Files.readAllLines(thread.resolve("io")).stream()
                            .map(line -> line.split(": "))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
                    bytes += figures.get("rchar");
                    calls += figures.get("syscr");
                }
            }
        }
        return new long[] {bytes, calls};
    }

    /** The JDK's TLS allocates far more than all else, and as much for the least loop. */
    @ParameterizedTest
    @EnumSource(Body.class)
    void tlsAddsNoMoreThanItAddsToTheLeastLoop(Body body) throws Exception {
        front = TlsFront.before(fixture.simulator().baseUri().getPort(), folder);
        front.trustIn(fixture.context().getRegistry());
        fixture.options().setBaseUri(front.uri().toString());
        fixture.options().setHttp(Map.of("sslContextParameters", "#tls"));
        Path file = video.file(folder, "a.mp4");
        try (BareLoop loop = loop(
                front.uri(),
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(front.trusting()))
                        .build())) {
            loop.upload(file, PART);
            upload(body.of(video, file));
            Cost bare = Cost.MOST;
            Cost own = Cost.MOST;
            for (int round = 0; round < ROUNDS_OVER_TLS; round++) {
                bare = bare.least(Cost.of(() -> loop.upload(file, PART)));
                own = own.least(upload(body.of(video, file)));
            }
            System.out.printf("over TLS %s; the bare loop %s%n", own, bare);
            assertThat((double) own.bytes() / bare.bytes())
                    .as("bytes allocated × the bare loop's (%s / %s)", own, bare)
                    .isBetween(0.2, ALLOCATED_OVER_TLS);
            assertCpu(own, bare);
        }
    }

    private static void assertCpu(Cost own, Cost bare) {
        System.out.printf("%.2f of the bare loop's processor time%n", (double) own.nanos() / bare.nanos());
        assertThat((double) own.nanos() / bare.nanos())
                .as("processor time × the bare loop's (%s / %s)", own, bare)
                .isBetween(0.2, CPU_OF_THE_BARE_LOOP);
    }

    /**
     * What an upload cost on all threads but those of the service: on whichever thread the work is done, it counts.
     *
     * @param bytes that were allocated
     * @param nanos of processor time
     */
    private record Cost(long bytes, long nanos) {

        private static final Cost NONE = new Cost(0, 0);
        private static final Cost MOST = new Cost(Long.MAX_VALUE, Long.MAX_VALUE);
        private static final List<String> SERVICE = List.of("apivideo-simulator", TlsFront.THREADS);

        static Cost of(Upload upload) throws Exception {
            Set<Long> there = threads();
            long started = THREADS.getTotalStartedThreadCount();
            Map<Long, Cost> before = ofThreads();
            upload.run();
            Map<Long, Cost> after = ofThreads();
            long begun = THREADS.getTotalStartedThreadCount() - started;
            Set<Long> begunAndThere = threads();
            begunAndThere.removeAll(there);
            assertThat((long) begunAndThere.size())
                    .as("threads that began and have not ended: what an ended one did cannot be told")
                    .isGreaterThanOrEqualTo(begun);
            return after.keySet().stream()
                    .map(id -> after.get(id).minus(before.getOrDefault(id, NONE)))
                    .reduce(NONE, Cost::plus);
        }

        private static Set<Long> threads() {
            return Arrays.stream(THREADS.getAllThreadIds()).boxed().collect(Collectors.toSet());
        }

        private static Map<Long, Cost> ofThreads() {
            return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                    .filter(thread -> thread != null && SERVICE.stream().noneMatch(thread.getThreadName()::startsWith))
                    .map(ThreadInfo::getThreadId)
                    .collect(Collectors.toMap(
                            id -> id,
                            id -> new Cost(THREADS.getThreadAllocatedBytes(id), THREADS.getThreadCpuTime(id))));
        }

        Cost plus(Cost other) {
            return new Cost(bytes + other.bytes, nanos + other.nanos);
        }

        private Cost minus(Cost other) {
            return new Cost(bytes - other.bytes, nanos - other.nanos);
        }

        Cost least(Cost other) {
            return new Cost(Math.min(bytes, other.bytes), Math.min(nanos, other.nanos));
        }
    }

    @FunctionalInterface
    private interface Upload {
        void run() throws Exception;
    }

    /** What the bytes come from. */
    enum Body {
        FILE,
        STREAM;

        Object of(TestVideo video, Path file) {
            return this == FILE ? file.toFile() : video.stream();
        }
    }

    private BareLoop loop(URI service, HttpClientConnectionManager connections) throws IOException {
        return new BareLoop(new PlainHttp(service, fixture.simulator().apiKey(), connections), 1);
    }

    private void assertAllocatesLittle(Supplier<Object> body) throws Exception {
        upload(body.get());
        upload(body.get());
        long least = least(() -> upload(body.get())).bytes();
        System.out.printf("%d bytes allocated for each part%n", least / PARTS);
        assertThat(least)
                .as("bytes allocated for an upload of %d parts", PARTS)
                .isPositive()
                .isLessThan(PARTS * ALLOCATED_FOR_A_PART + ALLOCATED_FOR_AN_UPLOAD);
    }

    @ParameterizedTest
    @EnumSource(Body.class)
    void theBytesTakeHardlyMoreOfTheProcessorThanTheLeastLoop(Body body) throws Exception {
        Path file = video.file(folder, "a.mp4");
        try (BareLoop loop = loop(fixture.simulator().baseUri(), new BasicHttpClientConnectionManager())) {
            Cost bare = least(() -> Cost.of(() -> loop.upload(file, PART)));
            Cost own = least(() -> upload(body.of(video, file)));
            assertCpu(own, bare);
        }
    }

    @AfterEach
    void stop() throws Exception {
        if (front != null) {
            front.close();
        }
    }

    /** Uploads a body as one request for its container and one for each part, and returns what that cost. */
    private Cost upload(Object body) throws Exception {
        fixture.simulator().reset();
        AtomicReference<Exchange> sent = new AtomicReference<>();
        Cost cost = Cost.of(() -> sent.set(fixture.upload("partSize=5MiB&parallelism=" + PARALLELISM, body)));
        fixture.assertArrived(sent.get(), video);
        assertThat(fixture.parts()).hasSize(PARTS);
        assertThat(fixture.simulator().requests().stream()
                        .map(RecordedRequest::kind)
                        .filter(kind -> kind != RequestKind.TOKEN && kind != RequestKind.SOURCE))
                .containsExactly(RequestKind.CREATE);
        return cost;
    }

    /** What all rounds needed at least: whatever disturbs adds to it, and nothing takes from it. */
    private static Cost least(Callable<Cost> measurement) throws Exception {
        Cost least = Cost.MOST;
        for (int round = 0; round < ROUNDS; round++) {
            least = least.least(measurement.call());
        }
        return least;
    }
}
