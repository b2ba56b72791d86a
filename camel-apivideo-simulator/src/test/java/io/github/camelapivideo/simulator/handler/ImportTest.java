// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers with a source: a URL, or another video. */
class ImportTest {

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture =
            SimulatorFixture.start(settings -> settings.clock(clock).importTime(Duration.ofSeconds(30)));

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();

    private Client.Answer create(String source) {
        return client.post("/videos", "{\"title\":\"t\",\"source\":\"" + source + "\"}");
    }

    private JsonNode status(String videoId) {
        return client.get("/videos/" + videoId + "/status").body();
    }

    private String ingest(String videoId) {
        return status(videoId).path("ingest").path("status").asText();
    }

    @Test
    void importsAUrlAfterATime() {
        Client.Answer created = create("https://example.com/v.mp4");
        String videoId = created.text("videoId");

        assertThat(created.status()).isEqualTo(202);
        assertThat(created.body().path("source").has("type")).isFalse();
        clock.advance(Duration.ofSeconds(29));
        assertThat(ingest(videoId)).isEqualTo("ingesting");
        assertThat(status(videoId).path("encoding").path("qualities")).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(ingest(videoId)).isEqualTo("ingested");
        assertThat(status(videoId).path("ingest").path("filesize").isNull()).isTrue();
        assertThat(status(videoId).path("encoding").path("playable").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host.invalid/v.mp4", "HTTP://HOST.INVALID", "https://a.invalid:80?x=y"})
    void neverImportsFromAHostThatCannotExist(String url) {
        String videoId = create(url).text("videoId");

        clock.advance(Duration.ofDays(6));

        assertThat(ingest(videoId)).isEqualTo("ingesting");
    }

    @Test
    void neverEndsAnImportThatFails() {
        String videoId = create("https://example.com/host.invalid").text("videoId");
        simulator.failImport(videoId);

        clock.advance(Duration.ofDays(6));

        assertThat(ingest(videoId)).isEqualTo("ingesting");
        assertThat(status(videoId).path("encoding").path("playable").asBoolean(true))
                .isFalse();
    }

    @Test
    void refusesAnUploadToAContainerWithASource() {
        String videoId = create("https://example.com/v.mp4").text("videoId");
        assertProblem(client.whole(videoId, TestBytes.some(10)), 400, "video-source-already-downloaded");
        clock.advance(Duration.ofSeconds(30));
        assertProblem(client.whole(videoId, TestBytes.some(10)), 400, "video-source-already-downloaded");
    }

    @Test
    void clonesAVideo() {
        byte[] content = TestBytes.some(1000);
        String original = client.create("original");
        client.whole(original, content);

        Client.Answer clone = create(original);
        client.delete("/videos/" + original);

        assertThat(clone.status()).isEqualTo(202);
        String videoId = clone.text("videoId");
        assertThat(ingest(videoId)).isEqualTo("ingesting");
        clock.advance(Duration.ofSeconds(30));
        assertThat(ingest(videoId)).isEqualTo("ingested");
        assertThat(simulator.video(videoId).orElseThrow().sha256()).isEqualTo(TestBytes.sha256(content));
        assertProblem(client.whole(videoId, content), 400, "video-source-already-copied");
    }

    @Test
    void clonesAVideoThatWasImported() {
        String original = create("https://example.com/v.mp4").text("videoId");
        clock.advance(Duration.ofSeconds(30));

        String clone = create(original).text("videoId");
        clock.advance(Duration.ofSeconds(30));

        assertThat(ingest(clone)).isEqualTo("ingested");
        assertThat(status(clone).path("encoding").path("playable").asBoolean()).isTrue();
    }

    @Test
    void refusesASourceThatIsNeither() {
        for (String source : new String[] {"C:/video.mp4", "vi0", "ftp://host/v.mp4", "https:///v.mp4", ""}) {
            assertProblem(create(source), 400, "invalid-attribute", "source");
        }
        assertThat(simulator.videos()).isEmpty();
    }

    @Test
    void keepsIngestingACloneOfAnIncompleteVideo() {
        String original = client.create("original");

        Client.Answer clone = create(original);
        client.whole(original, TestBytes.some(10));
        clock.advance(Duration.ofDays(1));

        assertThat(clone.status()).isEqualTo(202);
        assertThat(ingest(clone.text("videoId"))).isEqualTo("ingesting");
    }

    @Test
    void makesATwinOfASecondImport() {
        create("https://example.com/v.mp4");
        create("https://example.com/v.mp4");

        assertThat(simulator.videos()).hasSize(2);
    }
}
