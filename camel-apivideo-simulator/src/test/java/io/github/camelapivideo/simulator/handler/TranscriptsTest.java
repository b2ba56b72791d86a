// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import io.github.camelapivideo.simulator.testing.WebhookReceiver;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TranscriptsTest {

    private static final Duration TIME = Duration.ofSeconds(10);

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture =
            SimulatorFixture.start(settings -> settings.clock(clock).encodingTime(TIME));

    @RegisterExtension
    private final WebhookReceiver receiver = new WebhookReceiver();

    private final Client client = fixture.client();

    @BeforeEach
    void prepare() {
        client.post("/webhooks", "{\"events\":[\"video.caption.generated\"],\"url\":\"" + receiver.url() + "\"}");
    }

    private String upload(String attributes) {
        String videoId =
                client.post("/videos", "{\"title\":\"t\"" + attributes + "}").text("videoId");
        client.whole(videoId, TestBytes.some(10));
        return videoId;
    }

    private List<String> captions(String videoId) {
        return client.get("/videos/" + videoId + "/captions")
                .body()
                .path("data")
                .findValuesAsText("srclang");
    }

    private List<String> awaitEvents(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> receiver.received().size() >= count);
        return receiver.bodies();
    }

    @Test
    void makesACaptionInTheLanguageOfTheVideo() throws IOException {
        String videoId = upload(",\"language\":\"no\",\"transcript\":true");
        assertThat(captions(videoId)).isEmpty();
        clock.advance(TIME);

        JsonNode event = Client.JSON.readTree(awaitEvents(1).get(0));
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactly("type", "emittedAt", "videoId", "captionId", "generationMode", "language");
        assertThat(event.path("type").asText()).isEqualTo("video.caption.generated");
        assertThat(event.path("emittedAt").asText()).isEqualTo("2026-01-01T12:00:10+00:00");
        assertThat(event.path("videoId").asText()).isEqualTo(videoId);
        assertThat(event.path("captionId").asText()).startsWith("caption_");
        assertThat(event.path("generationMode").asText()).isEqualTo("transcript");
        assertThat(event.path("language").asText()).isEqualTo("no");
        assertThat(captions(videoId)).containsExactly("no");
        assertThat(fixture.anonymous()
                        .get("/vod/" + videoId + "/captions/no.vtt")
                        .http()
                        .body())
                .asString()
                .startsWith("WEBVTT");
    }

    @Test
    void makesAnotherCaptionInANewLanguage() {
        String videoId = upload(",\"language\":\"en\",\"transcript\":true");
        clock.advance(TIME);
        awaitEvents(1);

        client.patch("/videos/" + videoId, "{\"language\":\"fr\"}");

        awaitEvents(2);
        assertThat(captions(videoId)).containsExactly("en", "fr");
    }

    @Test
    void emitsALaterTranscriptToAYoungWebhook() {
        String videoId = upload("");
        clock.advance(TIME.plusSeconds(1));
        fixture.simulator().reset();
        String other = upload("");
        clock.advance(TIME.plusSeconds(1));
        prepare();

        client.patch("/videos/" + other, "{\"transcript\":true,\"language\":\"en\"}");

        assertThat(awaitEvents(1)).singleElement().asString().contains(other).doesNotContain(videoId);
    }

    @Test
    void makesNoCaptionWithoutATranscriptAndALanguage() {
        upload(",\"language\":\"en\"");
        upload(",\"transcript\":true");
        String asked = upload("");
        client.patch("/videos/" + asked, "{\"transcript\":true,\"language\":\"en\"}");
        clock.advance(TIME);

        assertThat(awaitEvents(1)).singleElement().asString().contains(asked);
        await().during(Duration.ofMillis(100)).until(() -> receiver.received().size() == 1);
    }
}
