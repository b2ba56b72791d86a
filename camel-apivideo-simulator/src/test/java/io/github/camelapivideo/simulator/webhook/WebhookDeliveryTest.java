// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelapivideo.simulator.api.WebhookDelivery;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.WebhookReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookDeliveryTest {

    private static final String STARTED = "live-stream.broadcast.started";
    private static final String ENDED = "live-stream.broadcast.ended";
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(
            settings -> settings.clock(new MovableClock()).webhookRetryInterval(Duration.ofMillis(20)));

    @RegisterExtension
    private final WebhookReceiver receiver = new WebhookReceiver();

    private final Client client = fixture.client();
    private final Webhooks webhooks = fixture.simulator().webhooks();
    private String webhookId;
    private String secret;

    @BeforeEach
    void prepare() {
        Client.Answer webhook = create(STARTED, ENDED);
        webhookId = webhook.text("webhookId");
        secret = webhook.text("signatureSecret");
    }

    private Client.Answer create(String... events) {
        return client.post(
                "/webhooks",
                "{\"events\":[\"" + String.join("\",\"", events) + "\"],\"url\":\"" + receiver.url() + "\"}");
    }

    private List<WebhookDelivery> awaitDeliveries(int count) {
        await().atMost(SOON).until(() -> webhooks.deliveries().size() >= count);
        return webhooks.deliveries();
    }

    private static String signature(String body, String secret) {
        return Signature.of(body.getBytes(StandardCharsets.UTF_8), secret);
    }

    @Test
    void deliversAnEventSignedWithTheSecretOfTheWebhook() {
        webhooks.emit(STARTED, Map.of("liveStreamId", "li1"));

        WebhookDelivery delivery = awaitDeliveries(1).get(0);
        String body = "{\"type\":\"live-stream.broadcast.started\",\"emittedAt\":\"2026-01-01T12:00:00+00:00\","
                + "\"liveStreamId\":\"li1\"}";
        assertThat(receiver.received())
                .containsExactly(new WebhookReceiver.Received(
                        "POST", body, "application/json", webhookId, signature(body, secret)));
        assertThat(delivery)
                .isEqualTo(new WebhookDelivery(
                        webhookId,
                        receiver.url(),
                        STARTED,
                        body,
                        signature(body, secret),
                        1,
                        202,
                        Instant.parse("2026-01-01T12:00:00Z")));
    }

    @Test
    void deliversOnlyTheEventsThatAWebhookAsksFor() {
        webhooks.emit("video.caption.generated", Map.of());
        webhooks.emit(STARTED, Map.of());
        webhooks.emit("video.invented", Map.of());

        assertThat(awaitDeliveries(2)).extracting(WebhookDelivery::event).containsExactly(STARTED, "video.invented");
    }

    @Test
    void deliversAnEventToEachWebhook() {
        create(STARTED);
        webhooks.emit(STARTED, Map.of());

        List<WebhookDelivery> deliveries = awaitDeliveries(2);
        assertThat(deliveries.get(0).body()).isEqualTo(deliveries.get(1).body());
        assertThat(deliveries.get(0).signature()).isNotEqualTo(deliveries.get(1).signature());
    }

    @Test
    void triesThreeMoreTimesWithTheSameBytesAndThenGivesUp() {
        receiver.answer(500, 302, 0, 404);
        webhooks.emit(STARTED, Map.of());

        assertThat(awaitDeliveries(4)).extracting(WebhookDelivery::status).containsExactly(500, 302, 0, 404);
        assertThat(webhooks.deliveries()).extracting(WebhookDelivery::attempt).containsExactly(1, 2, 3, 4);
        assertThat(receiver.received()).hasSize(4);
        assertThat(List.copyOf(receiver.received()))
                .containsOnly(receiver.received().get(0));
        webhooks.emit(ENDED, Map.of());
        assertThat(awaitDeliveries(5).get(4).event()).isEqualTo(ENDED);
    }

    @Test
    void takesEveryStatusUpTo299AsSuccess() {
        receiver.answer(299);
        webhooks.emit(STARTED, Map.of());
        webhooks.emit(ENDED, Map.of());

        assertThat(awaitDeliveries(2)).extracting(WebhookDelivery::event).containsExactly(STARTED, ENDED);
    }

    @Test
    void deliversInTheOrderOfTheEvents() {
        for (int i = 0; i < 20; i++) {
            webhooks.emitBody(STARTED, String.valueOf(i));
        }

        awaitDeliveries(20);
        assertThat(receiver.bodies()).extracting(Integer::valueOf).isSorted();
    }

    @Test
    void losesAnEventOnDemand() {
        webhooks.disturb(1, Disturbance.lost());
        webhooks.emitBody(STARTED, "lost");
        webhooks.emitBody(STARTED, "next");

        awaitDeliveries(1);
        assertThat(receiver.bodies()).containsExactly("next");
    }

    @Test
    void deliversAnEventTwiceOnDemand() {
        webhooks.disturb(1, Disturbance.duplicated());
        webhooks.emitBody(STARTED, "twice");
        webhooks.emitBody(STARTED, "once");

        awaitDeliveries(3);
        assertThat(receiver.bodies()).containsExactly("twice", "twice", "once");
    }

    @Test
    void signsBadlyOnDemand() {
        webhooks.disturb(1, Disturbance.signedBadly());
        webhooks.emitBody(STARTED, "bad");
        webhooks.emitBody(STARTED, "good");

        List<WebhookDelivery> deliveries = awaitDeliveries(2);
        assertThat(deliveries.get(0).signature()).hasSize(64).isNotEqualTo(signature("bad", secret));
        assertThat(deliveries.get(1).signature()).isEqualTo(signature("good", secret));
    }

    @Test
    void delaysAnEventOnDemand() {
        webhooks.disturb(1, Disturbance.delayed(Duration.ofMillis(200)));
        webhooks.emitBody(STARTED, "late");
        webhooks.emitBody(STARTED, "early");

        awaitDeliveries(2);
        assertThat(receiver.bodies()).containsExactly("early", "late");
    }

    @Test
    void reversesEventsOnDemand() {
        webhooks.reverse(3);
        for (String body : List.of("1", "2", "3", "4")) {
            webhooks.emitBody(STARTED, body);
        }

        awaitDeliveries(4);
        assertThat(receiver.bodies()).containsExactly("3", "2", "1", "4");
        assertThatThrownBy(() -> webhooks.reverse(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("events=1: at least 2");
    }

    @Test
    void deliversAsManyEventsAtOnceAsAsked() throws Exception {
        CyclicBarrier three = new CyclicBarrier(3);
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer meeting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        meeting.setExecutor(threads);
        meeting.createContext("/", exchange -> answerWhenAllAreThere(exchange, three));
        meeting.start();
        client.post(
                "/webhooks",
                "{\"events\":[\"video.caption.generated\"],\"url\":\"http://127.0.0.1:"
                        + meeting.getAddress().getPort() + "\"}");

        webhooks.deliverAtOnce(3);
        for (int event = 0; event < 6; event++) {
            webhooks.emit("video.caption.generated", Map.of("videoId", "vi" + event));
        }

        assertThat(awaitDeliveries(6)).extracting(WebhookDelivery::status).containsOnly(202);
        meeting.stop(0);
        threads.shutdownNow();
    }

    private static void answerWhenAllAreThere(HttpExchange exchange, CyclicBarrier all) throws IOException {
        try (exchange) {
            all.await(20, TimeUnit.SECONDS);
            exchange.sendResponseHeaders(202, -1);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    @Test
    void refusesToDeliverNothingAtOnce() {
        assertThatThrownBy(() -> webhooks.deliverAtOnce(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("most=0: at least 1");
    }

    @Test
    void stopsWhenTheWebhookIsDeleted() {
        receiver.answer(500);
        fixture.restart(settings -> settings.webhookRetryInterval(Duration.ofMillis(300)));
        Webhooks slow = fixture.simulator().webhooks();
        String deleted = fixture.client()
                .post("/webhooks", "{\"events\":[\"" + STARTED + "\"],\"url\":\"" + receiver.url() + "\"}")
                .text("webhookId");
        slow.emitBody(STARTED, "1");
        await().atMost(SOON).until(() -> slow.deliveries().size() == 1);
        fixture.client().delete("/webhooks/" + deleted);

        await().during(Duration.ofMillis(500))
                .atMost(SOON)
                .until(() -> receiver.received().size() == 1);
    }

    @Test
    void forgetsWebhooksAndDeliveriesOnReset() {
        webhooks.emit(STARTED, Map.of());
        awaitDeliveries(1);
        fixture.simulator().reset();
        webhooks.emit(STARTED, Map.of());

        assertThat(webhooks.deliveries()).isEmpty();
        assertThat(client.get("/webhooks").body().path("data")).isEmpty();
    }

    @Test
    void keepsSecretsOutOfTexts() {
        webhooks.emit(STARTED, Map.of());

        assertThat(awaitDeliveries(1).toString()).doesNotContain(secret);
    }
}
