// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import io.github.camelapivideo.simulator.testing.WebhookReceiver;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EncodingEventsTest {

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final EncodingScript SCRIPT = EncodingScript.ofHeight(240);
    private static final String BODY = "{\"type\":\"video.encoding.quality.completed\","
            + "\"emittedAt\":\"%s\",\"videoId\":\"%s\",\"encoding\":\"%s\",\"quality\":\"%s\"}";

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(
            settings -> settings.clock(clock).encoding(SCRIPT).encodingTime(TIME));

    @RegisterExtension
    private final WebhookReceiver receiver = new WebhookReceiver();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();

    private void createWebhook() {
        client.post(
                "/webhooks", "{\"events\":[\"video.encoding.quality.completed\"],\"url\":\"" + receiver.url() + "\"}");
    }

    private String upload() {
        String videoId = client.create("v");
        client.whole(videoId, TestBytes.some(10));
        return videoId;
    }

    private List<String> awaitBodies(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> receiver.received().size() >= count);
        return receiver.bodies();
    }

    @Test
    void emitsEachQualityOnce() {
        createWebhook();
        String videoId = upload();
        client.post("/videos", "{\"title\":\"empty\"}");
        clock.advance(TIME);

        assertThat(awaitBodies(2))
                .containsExactly(
                        BODY.formatted("2026-01-01T12:00:10+00:00", videoId, "hls", "240p"),
                        BODY.formatted("2026-01-01T12:00:10+00:00", videoId, "mp4", "240p"));
        await().during(Duration.ofMillis(100)).until(() -> receiver.received().size() == 2);
    }

    @Test
    void emitsEachQualityWhenItIsEncoded() {
        createWebhook();
        String videoId = upload();
        simulator.encode(videoId, SCRIPT.oneAfterAnother(TIME));

        clock.advance(TIME);
        assertThat(awaitBodies(1)).containsExactly(BODY.formatted("2026-01-01T12:00:10+00:00", videoId, "hls", "240p"));
        clock.advance(TIME);
        assertThat(awaitBodies(2)).endsWith(BODY.formatted("2026-01-01T12:00:20+00:00", videoId, "mp4", "240p"));
    }

    @Test
    void emitsNothingBeforeTheEncodingTimeIsOver() {
        createWebhook();
        upload();
        clock.advance(TIME.minusMillis(1));

        await().during(Duration.ofMillis(100)).until(() -> receiver.received().isEmpty());
    }

    @Test
    void emitsNothingForAFailedEncoding() {
        createWebhook();
        simulator.failEncoding(upload());
        String next = upload();
        clock.advance(TIME);

        assertThat(awaitBodies(2)).hasSize(2).allSatisfy(body -> assertThat(body)
                .contains(next));
    }

    @Test
    void emitsNothingOldToANewWebhook() {
        upload();
        clock.advance(TIME.plusMillis(1));
        createWebhook();
        String next = upload();
        clock.advance(TIME);

        assertThat(awaitBodies(2)).hasSize(2).allSatisfy(body -> assertThat(body)
                .contains(next));
    }
}
