// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestLogTest {

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();

    @Test
    void recordsARequest() {
        String videoId = client.create("t");
        client.send(client.request("/videos/" + videoId + "?secret=1").header("AV-Origin-Client", "test:1.0"));

        RecordedRequest request = simulator.requests(RequestKind.GET).get(0);
        assertThat(request.sequence()).isEqualTo(2);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/videos/" + videoId);
        assertThat(request.videoId()).isEqualTo(videoId);
        assertThat(request.status()).isEqualTo(400);
        assertThat(request.problemSlug()).isEqualTo("invalid-query-parameter");
        assertThat(request.connectionId())
                .isNotBlank()
                .isEqualTo(simulator.requests(RequestKind.CREATE).get(0).connectionId());
        assertThat(request.startedAt()).isBeforeOrEqualTo(request.finishedAt());
        assertThat(request.headers())
                .containsEntry("av-origin-client", "test:1.0")
                .containsEntry("authorization", "Basic ***");
    }

    @Test
    void keepsTheOrderOfArrival() {
        CountDownLatch latch = new CountDownLatch(1);
        String videoId = client.create("t");
        simulator.faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(latch));
        var held = client.partAsync(videoId, "part 1/1", TestBytes.some(5));
        await().until(() -> simulator.maxConcurrentUploads() == 1);
        client.get("/videos/" + videoId);
        assertThat(simulator.requests())
                .extracting(RecordedRequest::kind)
                .containsExactly(RequestKind.CREATE, RequestKind.GET);

        latch.countDown();
        held.join();

        assertThat(simulator.requests())
                .extracting(RecordedRequest::kind)
                .containsExactly(RequestKind.CREATE, RequestKind.SOURCE, RequestKind.GET);
    }

    @Test
    void recordsARequestBeforeItsAnswer() {
        for (int i = 1; i <= 200; i++) {
            client.get("/videos");
            assertThat(simulator.requests()).hasSize(i);
        }
    }

    @Test
    void notifiesTheListener() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (ApiVideoSimulator other = ApiVideoSimulator.builder()
                .onRequest(request -> heard.add(request.method() + " " + request.path()))
                .start()) {
            Client.of(other).get("/videos");
        }
        assertThat(heard).containsExactly("GET /videos");
    }

    @Test
    void resetsEverythingButAccessTokens() {
        String token = Client.of(simulator, null)
                .post("/auth/api-key", "{\"apiKey\":\"" + simulator.apiKey() + "\"}")
                .text("access_token");
        String videoId = client.create("t");
        client.whole(videoId, TestBytes.some(10));
        client.delete("/videos/" + videoId);
        client.whole(client.create("u"), TestBytes.some(10));
        String uploadToken = simulator.createUploadToken(Duration.ZERO);
        simulator.suspendAccount(true);
        simulator.faults().on(RequestKind.LIST).then(Fault.status(500));

        simulator.reset();

        assertThat(simulator.videos()).isEmpty();
        assertThat(simulator.requests()).isEmpty();
        assertThat(simulator.deletedVideoIds()).isEmpty();
        assertThat(simulator.tokensIssued()).isZero();
        assertThat(simulator.maxConcurrentUploads()).isZero();
        assertThat(client.get("/upload-tokens/" + uploadToken).status()).isEqualTo(404);
        assertThat(Client.of(simulator, "Bearer " + token).get("/videos").status())
                .isEqualTo(200);
        assertThat(simulator.requests()).extracting(RecordedRequest::sequence).containsExactly(1L, 2L);
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        assertThat(InetAddress.getByName(simulator.baseUri().getHost()).isLoopbackAddress())
                .isTrue();
    }
}
