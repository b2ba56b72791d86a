// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.RawRequest;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults that refuse connections for a time. */
class OutageFaultsTest {

    private static final byte[] PART = TestBytes.some(TestBytes.SMALLEST);

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String videoId = client.create("outage");

    private void assertRefused() {
        assertThatThrownBy(() -> RawRequest.get(simulator, "/videos")).isInstanceOf(ConnectException.class);
    }

    private boolean isReachable() {
        try {
            return client.get("/videos").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static void assertCut(RawRequest raw) throws IOException {
        try {
            assertThat(raw.read()).isNegative();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (SocketException e) {
            // A reset ends the connection too.
        }
    }

    @Test
    void refusesConnectionsUntilAcceptConnections() {
        client.part(videoId, "part 1/*", PART);
        String token = client.post("/auth/api-key", "{\"apiKey\":\"" + simulator.apiKey() + "\"}")
                .text("access_token");
        URI uri = simulator.baseUri();

        simulator.refuseConnections();
        assertRefused();
        simulator.refuseConnections();
        assertRefused();
        assertThat(simulator.baseUri()).isEqualTo(uri);
        simulator.acceptConnections();
        simulator.acceptConnections();

        assertThat(simulator.baseUri()).isEqualTo(uri);
        Client bearer = Client.of(simulator, "Bearer " + token);
        assertThat(bearer.part(videoId, "part 2/2", PART).status()).isEqualTo(201);
        assertThat(simulator.video(videoId).orElseThrow().complete()).isTrue();
        assertThat(simulator.requests()).hasSize(4);
    }

    @Test
    void cutsOpenConnections() throws IOException {
        simulator.faults().on(RequestKind.LIST).times(1).then(Fault.stallAnswer());
        simulator.faults().on(RequestKind.LIST).times(1).then(Fault.stallDuringBody(0));
        try (RawRequest stalled = RawRequest.get(simulator, "/videos");
                RawRequest unread = RawRequest.get(simulator, "/videos");
                RawRequest uploading = RawRequest.part(simulator, videoId, "part 1/1", 1000)) {
            uploading.send(100);
            await().until(() -> simulator.maxConcurrentUploads() == 1
                    && simulator.requests(RequestKind.LIST).size() == 2);

            simulator.refuseConnections();

            assertCut(stalled);
            assertCut(unread);
            assertCut(uploading);
        }
        await().until(() -> simulator.connections() == 0);
    }

    @RepeatedTest(30)
    void refusesTheClientsThatItHasCut() throws IOException {
        simulator.faults().on(RequestKind.LIST).times(1).then(Fault.refuseConnectionsFor(Duration.ofHours(1)));
        try (RawRequest raw = RawRequest.get(simulator, "/videos")) {
            assertCut(raw);
            assertRefused();
        }
    }

    @Test
    void processesRequestsThatHaveArrived() {
        CountDownLatch latch = new CountDownLatch(1);
        simulator.faults().on(RequestKind.SOURCE).then(Fault.hold(latch));
        var lost = client.partAsync(videoId, "part 1/1", PART);
        await().until(() -> simulator.maxConcurrentUploads() == 1);

        simulator.refuseConnections();
        latch.countDown();

        assertThatThrownBy(lost::join).hasCauseInstanceOf(IOException.class);
        simulator.acceptConnections();
        assertThat(client.get("/videos/" + videoId).status()).isEqualTo(200);
    }

    @Test
    void keepsItsPortWhileItRefuses() throws IOException {
        simulator.refuseConnections();

        try (ServerSocket other = new ServerSocket()) {
            InetSocketAddress address = new InetSocketAddress(
                    simulator.baseUri().getHost(), simulator.baseUri().getPort());
            other.setReuseAddress(false);
            assertThatThrownBy(() -> other.bind(address)).isInstanceOf(BindException.class);
        }
    }

    @Test
    void acceptsConnectionsAfterTheTime() throws IOException {
        simulator.faults().on(RequestKind.SOURCE).times(1).then(Fault.refuseConnectionsFor(Duration.ofMillis(300)));

        try (RawRequest raw = RawRequest.part(simulator, videoId, "part 1/1", 1000)) {
            assertCut(raw);
            assertRefused();
        }
        await().until(this::isReachable);

        assertThat(client.part(videoId, "part 1/1", PART).status()).isEqualTo(201);
        assertThat(simulator.requests(RequestKind.SOURCE))
                .extracting(RecordedRequest::status)
                .containsExactly(0, 201);
    }

    @RepeatedTest(5)
    @Timeout(20)
    void refusesOnceForManyRequestsAtOnce() {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.refuseConnectionsFor(Duration.ofMillis(100)));

        var lost = IntStream.rangeClosed(1, 8)
                .mapToObj(part -> client.partAsync(videoId, "part " + part + "/8", PART))
                .toList();

        assertThat(lost).allSatisfy(answer -> assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class));
        await().until(this::isReachable);
    }

    @Test
    void acceptsConnectionsOnReset() throws IOException {
        simulator.faults().on(RequestKind.LIST).times(1).then(Fault.refuseConnectionsFor(Duration.ofHours(1)));
        try (RawRequest raw = RawRequest.get(simulator, "/videos")) {
            assertCut(raw);
        }
        assertRefused();

        simulator.reset();

        assertThat(isReachable()).isTrue();
    }

    @Test
    void refusesAndAcceptsManyTimes() {
        for (int i = 0; i < 20; i++) {
            simulator.refuseConnections();
            assertRefused();
            simulator.acceptConnections();
            assertThat(client.get("/videos/" + videoId).status()).isEqualTo(200);
        }
    }

    @Test
    void closesWhileItRefuses() throws IOException {
        ApiVideoSimulator other = ApiVideoSimulator.builder().start();
        int port = other.baseUri().getPort();
        other.faults().on(RequestKind.LIST).then(Fault.refuseConnectionsFor(Duration.ofMillis(50)));
        try (RawRequest raw = RawRequest.get(other, "/videos")) {
            assertCut(raw);
        }

        other.close();
        other.acceptConnections();
        other.refuseConnections();

        // The port is free.
        try (ApiVideoSimulator next = ApiVideoSimulator.builder().port(port).start()) {
            assertThat(next.baseUri()).isEqualTo(other.baseUri());
        }
    }
}
