// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(settings -> settings.clock(clock));

    private Client client = fixture.client();

    private String upload(String json) {
        String videoId = client.post("/videos", json).text("videoId");
        client.whole(videoId, TestBytes.some(10));
        return videoId;
    }

    private String upload() {
        return upload("{\"title\":\"t\"}");
    }

    /** A video that is encoded by this script. */
    private String upload(EncodingScript script) {
        String videoId = upload();
        fixture.simulator().encode(videoId, script);
        return videoId;
    }

    private JsonNode encoding(String videoId) {
        return client.get("/videos/" + videoId + "/status").body().path("encoding");
    }

    private List<String> qualities(String videoId) {
        return StreamSupport.stream(encoding(videoId).path("qualities").spliterator(), false)
                .map(quality -> quality.path("type").asText() + " "
                        + quality.path("quality").asText() + " "
                        + quality.path("status").asText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"240, 2", "360, 3", "480, 4", "720, 5", "1080, 6", "2160, 7"})
    void encodesHlsUpToTheHeightOfTheSourceAndOneMp4(int height, int count) {
        client = fixture.restart(settings -> settings.encoding(EncodingScript.ofHeight(height)))
                .client();

        assertThat(qualities(upload()))
                .hasSize(count)
                .startsWith("hls 240p encoded")
                .endsWith("hls " + height + "p encoded", "mp4 " + height + "p encoded");
    }

    @Test
    void encodesNoMp4WhereNoneIsWanted() {
        assertThat(qualities(upload("{\"title\":\"t\",\"mp4Support\":false}")))
                .containsExactly("hls 240p encoded", "hls 360p encoded", "hls 480p encoded", "hls 720p encoded");
    }

    @Test
    void encodesOneAfterAnother() {
        String videoId = upload(EncodingScript.ofHeight(360).oneAfterAnother(SECOND));

        assertThat(qualities(videoId)).containsExactly("hls 240p encoding", "hls 360p waiting", "mp4 360p waiting");
        assertThat(encoding(videoId).path("playable").asBoolean(true)).isFalse();
        clock.advance(SECOND);
        assertThat(qualities(videoId)).containsExactly("hls 240p encoded", "hls 360p encoding", "mp4 360p waiting");
        assertThat(encoding(videoId).path("playable").asBoolean()).isTrue();
        clock.advance(SECOND.multipliedBy(2));
        assertThat(qualities(videoId)).containsExactly("hls 240p encoded", "hls 360p encoded", "mp4 360p encoded");
    }

    @Test
    void failsSomeQualitiesAndStaysPlayable() {
        String videoId = upload(EncodingScript.ofHeight(240).taking(SECOND).failing("mp4", "240p"));

        assertThat(qualities(videoId)).containsExactly("hls 240p encoding", "mp4 240p encoding");
        clock.advance(SECOND);
        assertThat(qualities(videoId)).containsExactly("hls 240p encoded", "mp4 240p failed");
        assertThat(encoding(videoId).path("playable").asBoolean()).isTrue();
    }

    @Test
    void failsAllQualitiesAndIsNotPlayable() {
        String videoId = upload(EncodingScript.ofHeight(240).failing());

        assertThat(qualities(videoId)).containsExactly("hls 240p failed", "mp4 240p failed");
        assertThat(encoding(videoId).path("playable").asBoolean(true)).isFalse();
        assertThat(encoding(videoId).path("metadata").path("height").isNull()).isTrue();
    }

    @Test
    void letsAQualityWaitTakeLongerAndAppearLate() {
        String videoId = upload(EncodingScript.ofHeight(240)
                .taking("hls", "240p", SECOND)
                .waiting("hls", "240p", SECOND)
                .appearing("mp4", "240p", SECOND.multipliedBy(2)));

        assertThat(qualities(videoId)).containsExactly("hls 240p waiting");
        clock.advance(SECOND);
        assertThat(qualities(videoId)).containsExactly("hls 240p encoding");
        clock.advance(SECOND);
        assertThat(qualities(videoId)).containsExactly("hls 240p encoded", "mp4 240p encoded");
    }

    @Test
    void encodesByANewScriptFromNowOn() {
        String videoId = upload(EncodingScript.ofHeight(240).taking(Duration.ofDays(1)));
        assertThat(qualities(videoId)).containsExactly("hls 240p encoding", "mp4 240p encoding");

        fixture.simulator().encode(videoId, EncodingScript.ofHeight(240));

        assertThat(qualities(videoId)).containsExactly("hls 240p encoded", "mp4 240p encoded");
    }

    @Test
    void encodesNothingBeforeTheVideoHasArrived() {
        String videoId = client.create("t");
        assertThat(qualities(videoId)).isEmpty();
        client.part(videoId, "part 1/2", TestBytes.some(TestBytes.SMALLEST));
        clock.advance(Duration.ofDays(1));
        assertThat(qualities(videoId)).isEmpty();
    }

    @Test
    void refusesAScriptThatCannotBe() {
        assertThatThrownBy(() -> EncodingScript.ofHeight(576))
                .hasMessage("height=576: allowed are [240, 360, 480, 720, 1080, 2160]");
        assertThatThrownBy(() -> EncodingScript.ofHeight(240).failing("mp4", "720p"))
                .hasMessage("mp4 720p: allowed are [hls 240p, mp4 240p]");
        assertThatThrownBy(() -> EncodingScript.ofHeight(240).taking(SECOND.negated()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
