// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static io.github.camelapivideo.simulator.testing.TestBytes.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.intake.SizeLimits;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.RawRequest;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults that let a client wait. */
class StallFaultsTest {

    private static final Duration A_WHILE = Duration.ofMillis(150);
    private static final byte[] PART = TestBytes.some(SMALLEST);

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String videoId = client.create("stalls");

    private ReceivedVideo received() {
        return simulator.video(videoId).orElseThrow();
    }

    private void stall(Fault fault) {
        simulator.faults().on(RequestKind.SOURCE).times(1).then(fault);
    }

    private RecordedRequest awaitUpload() {
        await().until(() -> !simulator.requests(RequestKind.SOURCE).isEmpty());
        return simulator.requests(RequestKind.SOURCE).get(0);
    }

    private static void assertSilent(RawRequest raw) throws IOException {
        raw.waitAtMost(A_WHILE);
        assertThatThrownBy(raw::read).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void readsTheGivenBytesAndNoMore() throws IOException {
        stall(Fault.stallDuringBody(1000));

        try (RawRequest raw = RawRequest.part(simulator, videoId, "part 1/1", 10_000)) {
            raw.send(2000);
            RecordedRequest stalled = awaitUpload();
            assertSilent(raw);
            raw.send(8000);
            assertSilent(raw);
            assertThat(stalled.status()).isZero();
            assertThat(stalled.bodyBytes()).isZero();
        }
        assertThat(received().parts()).isEmpty();
        assertThat(client.part(videoId, "part 1/1", PART).status()).isEqualTo(201);
    }

    @Test
    void stallsAClientOnceTheNetworkIsFull() throws Exception {
        stall(Fault.stallDuringBody(0));

        try (RawRequest raw = RawRequest.part(simulator, videoId, "part 1/1", SizeLimits.LARGEST_FILE)) {
            Thread sender = new Thread(() -> {
                try {
                    raw.send(TestBytes.MIB * 100);
                } catch (IOException e) {
                    // The test ends.
                }
            });
            sender.start();
            awaitUpload();
            sender.join(500);
            assertThat(sender.isAlive()).isTrue();
            raw.reset();
            sender.join();
        }
    }

    @Test
    void processesAPartAndNeverAnswers() throws IOException {
        stall(Fault.stallAnswer());

        try (RawRequest raw = RawRequest.part(simulator, videoId, "part 1/*", SMALLEST + 7)) {
            raw.send(SMALLEST);
            raw.send("\r\n--b--");
            assertThat(awaitUpload().status()).isZero();
            assertSilent(raw);
            assertThat(simulator.requests(RequestKind.SOURCE).get(0).bodyBytes())
                    .isEqualTo(SMALLEST);
            assertThat(received().parts()).containsExactly(1);
        }
        assertProblem(client.part(videoId, "part 1/*", PART), 400, "video-content-range-by-part-part-already-sent");
    }

    @Test
    void readsAPartAndNeitherProcessesNorAnswers() throws IOException {
        stall(Fault.stallBeforeProcessing());

        try (RawRequest raw = RawRequest.part(simulator, videoId, "part 1/*", SMALLEST + 7)) {
            raw.send(SMALLEST);
            raw.send("\r\n--b--");
            assertThat(awaitUpload().bodyBytes()).isEqualTo(SMALLEST);
            assertSilent(raw);
        }
        assertThat(received().parts()).isEmpty();
        assertThat(client.part(videoId, "part 1/*", PART).status()).isEqualTo(201);
    }

    @Test
    void holdsNoThreadWhileARequestStalls() throws IOException {
        simulator.faults().on(RequestKind.LIST).then(Fault.stallAnswer());
        List<RawRequest> stalled = new ArrayList<>();
        try {
            // More than there are threads.
            for (int i = 0; i < 250; i++) {
                stalled.add(RawRequest.get(simulator, "/videos"));
            }
            await().until(() -> simulator.requests(RequestKind.LIST).size() == 250);
            assertThat(client.get("/videos/" + videoId).status()).isEqualTo(200);
        } finally {
            for (RawRequest request : stalled) {
                request.close();
            }
        }
        await().until(() -> simulator.connections() < 10);
    }

    @Test
    void closesTheConnectionWhenAWaitingClientLeaves() throws IOException {
        simulator.faults().on(RequestKind.LIST).then(Fault.stallAnswer());
        int before = simulator.connections();
        for (boolean reset : new boolean[] {true, false}) {
            RawRequest raw = RawRequest.get(simulator, "/videos");
            await().until(() -> simulator.connections() == before + 1);
            if (reset) {
                raw.reset();
            } else {
                raw.close();
            }
            await().until(() -> simulator.connections() == before);
        }
    }

    static List<Fault> stalls() {
        return List.of(
                Fault.stallDuringBody(0),
                Fault.stallDuringBody(100),
                Fault.answerEarlyThenStall(413, 100),
                Fault.stallAnswer(),
                Fault.stallBeforeProcessing(),
                Fault.trickleAnswer(Duration.ofHours(1)),
                Fault.slowBody(1),
                Fault.delay(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @MethodSource("stalls")
    void closesWithoutDelayWhileClientsWait(Fault fault) throws IOException {
        long threads = threads();
        ApiVideoSimulator other = ApiVideoSimulator.builder().start();
        String video = Client.of(other).create("t");
        other.faults().on(RequestKind.SOURCE).then(fault);
        try (RawRequest raw = RawRequest.part(other, video, "part 1/1", 10_007)) {
            raw.send(10_000);
            raw.send("\r\n--b--");
            await().until(() -> other.maxConcurrentUploads() == 1);
            long start = System.nanoTime();

            other.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertClosed(raw);
        }
        await().until(() -> threads() <= threads);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("apivideo-simulator"))
                .count();
    }

    private static void assertClosed(RawRequest raw) throws IOException {
        try {
            raw.readToTheEnd();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (SocketException e) {
            // A reset ends the connection too.
        }
    }

    @Test
    void readsABodySlowly() {
        stall(Fault.slowBody(20_000_000));

        assertThat(client.part(videoId, "part 1/1", PART).status()).isEqualTo(201);

        RecordedRequest slow = simulator.requests(RequestKind.SOURCE).get(0);
        assertThat(Duration.between(slow.startedAt(), slow.finishedAt()))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(3));
        assertThat(received().sha256()).isEqualTo(TestBytes.sha256(PART));
    }

    @Test
    void readsJsonSlowly() {
        simulator.faults().on(RequestKind.CREATE).then(Fault.slowBody(200));

        assertThat(client.post("/videos", "{\"title\":\"slow\"}").status()).isEqualTo(201);
    }
}
