// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VideoStatusTest {

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture =
            SimulatorFixture.start(settings -> settings.clock(clock).encodingTime(Duration.ofSeconds(20)));

    private final ApiVideoSimulator simulator = fixture.simulator();
    private Client client = fixture.client();

    private JsonNode status(String videoId) {
        return client.get("/videos/" + videoId + "/status").body();
    }

    @Test
    void showsNoIngestOfAnEmptyContainer() {
        assertThat(status(client.create("t")).toString())
                .isEqualTo("{\"ingest\":null,\"encoding\":{\"playable\":false,\"qualities\":[],"
                        + "\"metadata\":{\"width\":null,\"height\":null,\"bitrate\":null,\"duration\":null,"
                        + "\"framerate\":null,\"samplerate\":null,\"videoCodec\":null,\"audioCodec\":null,"
                        + "\"aspectRatio\":null}}}");
    }

    @Test
    void showsWhatHasArrived() {
        String videoId = client.create("t");
        client.part(videoId, "part 2/*", TestBytes.some(TestBytes.SMALLEST));

        assertThat(status(videoId).path("ingest").toString())
                .isEqualTo("{\"status\":\"uploading\",\"filesize\":null,\"receivedBytes\":[],"
                        + "\"receivedParts\":{\"parts\":[2],\"total\":null}}");
    }

    @Test
    void isPlayableAfterTheEncodingTime() {
        String videoId = client.create("t");
        clock.advance(Duration.ofHours(1));
        client.whole(videoId, TestBytes.some(10));
        clock.advance(Duration.ofSeconds(19));
        JsonNode encoding = status(videoId).path("encoding");
        assertThat(encoding.path("playable").asBoolean(true)).isFalse();
        assertThat(encoding.path("qualities").findValuesAsText("status"))
                .hasSize(5)
                .containsOnly("encoding");

        clock.advance(Duration.ofSeconds(1));
        encoding = status(videoId).path("encoding");
        assertThat(encoding.path("playable").asBoolean()).isTrue();
        assertThat(encoding.path("qualities").toString())
                .isEqualTo("[{\"type\":\"hls\",\"quality\":\"240p\",\"status\":\"encoded\"},"
                        + "{\"type\":\"hls\",\"quality\":\"360p\",\"status\":\"encoded\"},"
                        + "{\"type\":\"hls\",\"quality\":\"480p\",\"status\":\"encoded\"},"
                        + "{\"type\":\"hls\",\"quality\":\"720p\",\"status\":\"encoded\"},"
                        + "{\"type\":\"mp4\",\"quality\":\"720p\",\"status\":\"encoded\"}]");
        assertThat(encoding.path("metadata").path("width").asInt()).isEqualTo(1280);
        assertThat(encoding.path("metadata").path("height").asInt()).isEqualTo(720);
    }

    @Test
    void showsAnEncodingThatHasFailed() {
        String videoId = client.create("t");
        client.whole(videoId, TestBytes.some(10));
        simulator.failEncoding(videoId);
        assertThat(status(videoId).path("encoding").path("qualities").findValuesAsText("status"))
                .hasSize(5)
                .containsOnly("encoding");

        clock.advance(Duration.ofSeconds(20));
        assertThat(status(videoId).toString()).contains("\"status\":\"uploaded\",\"filesize\":10");
        JsonNode encoding = status(videoId).path("encoding");
        assertThat(encoding.path("playable").asBoolean(true)).isFalse();
        assertThat(encoding.path("qualities").findValuesAsText("status"))
                .hasSize(5)
                .containsOnly("failed");
    }

    @Test
    void refusesToFailTheEncodingOfAnUnknownVideo() {
        assertThatThrownBy(() -> simulator.failEncoding("vi0")).hasMessage("There is no video vi0");
    }

    @Test
    void saysUploadingUntilTheAssemblyTimeIsOver() throws IOException {
        client = fixture.restart(settings -> settings.clock(clock).assemblyTime(Duration.ofSeconds(20)))
                .client();
        String videoId = client.create("t");
        client.whole(videoId, TestBytes.some(10));
        clock.advance(Duration.ofSeconds(19));
        assertThat(status(videoId).toString())
                .contains("\"status\":\"uploading\",\"filesize\":null")
                .contains("\"playable\":false");

        clock.advance(Duration.ofSeconds(1));
        assertThat(status(videoId).toString())
                .contains("\"status\":\"uploaded\",\"filesize\":10")
                .contains("\"playable\":true");
    }

    @Test
    void showsThePartsThatHadArrivedBeforeTheLag() throws IOException {
        client = fixture.restart(settings -> settings.clock(clock).recordLag(Duration.ofSeconds(20)))
                .client();
        String videoId = client.create("t");
        client.part(videoId, "part 1/*", TestBytes.some(TestBytes.SMALLEST));
        clock.advance(Duration.ofSeconds(5));
        client.part(videoId, "part 2/2", TestBytes.some(TestBytes.SMALLEST));
        assertThat(status(videoId).path("ingest").isNull()).isTrue();

        clock.advance(Duration.ofSeconds(15));
        assertThat(status(videoId).toString())
                .contains("\"status\":\"uploading\"", "\"receivedParts\":{\"parts\":[1],\"total\":null}");

        clock.advance(Duration.ofSeconds(5));
        assertThat(status(videoId).toString())
                .contains("\"status\":\"uploaded\"", "\"receivedParts\":{\"parts\":[1,2],\"total\":2}");
    }

    @Test
    void showsTheBytesThatHadArrivedBeforeTheLag() throws IOException {
        client = fixture.restart(settings -> settings.clock(clock).recordLag(Duration.ofSeconds(20)))
                .client();
        String videoId = client.create("t");
        client.whole(videoId, TestBytes.some(10));
        clock.advance(Duration.ofSeconds(19));
        assertThat(status(videoId).path("ingest").isNull()).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(status(videoId).toString())
                .contains("\"filesize\":10", "\"receivedBytes\":[{\"from\":0,\"to\":9,\"total\":10}]");
    }

    @Test
    void refusesTheStatusOfAnUnknownVideo() {
        assertProblem(client.get("/videos/vi0/status"), 404, "resource-not-found", "videoId");
    }
}
