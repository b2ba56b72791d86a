// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.asset;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateVideoTest {

    private final MovableClock clock = new MovableClock();
    private final byte[] video = TestBytes.some(50);

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(settings -> settings.clock(clock));

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final Client viewer = fixture.anonymous();
    private final String videoId =
            client.post("/videos", "{\"title\":\"t\",\"public\":false}").text("videoId");

    @BeforeEach
    void upload() {
        client.whole(videoId, video);
    }

    private JsonNode assets() {
        return client.get("/videos/" + videoId).body().path("assets");
    }

    private String path(JsonNode assets, String asset) {
        return assets.path(asset)
                .asText()
                .substring(simulator.baseUri().toString().length());
    }

    private static String token(String path) {
        Matcher token = Pattern.compile("/token/(\\w+)/").matcher(path);
        assertThat(token.find()).as(path).isTrue();
        return token.group(1);
    }

    @Test
    void namesAssetsWithAToken() {
        JsonNode assets = assets();
        String token = token(path(assets, "mp4"));

        String vod = "/vod/" + videoId;
        assertThat(path(assets, "player")).isEqualTo(vod + "?token=" + token);
        assertThat(path(assets, "hls")).isEqualTo(vod + "/token/" + token + "/hls/manifest.m3u8");
        assertThat(path(assets, "thumbnail")).isEqualTo(vod + "/token/" + token + "/thumbnail.jpg");
        assertThat(path(assets, "mp4")).isEqualTo(vod + "/token/" + token + "/mp4/source.mp4");
        assertThat(assets.path("iframe").asText())
                .contains("src=\"" + assets.path("player").asText() + "\"");
    }

    @Test
    void opensOneAssetOnce() {
        JsonNode assets = assets();

        assertThat(viewer.get(path(assets, "mp4")).http().body()).isEqualTo(video);

        assertProblem(viewer.get(path(assets, "mp4")), 404, "resource-not-found", "videoId");
        assertProblem(viewer.get(path(assets, "thumbnail")), 404, "resource-not-found", "videoId");
        assertProblem(viewer.get(path(assets, "player")), 404, "resource-not-found", "videoId");
    }

    @Test
    void opensOnlyWithTheLastToken() {
        JsonNode first = assets();
        JsonNode listed = client.get("/videos").body().path("data").get(0).path("assets");

        assertThat(path(listed, "mp4")).isNotEqualTo(path(first, "mp4"));
        assertThat(viewer.get(path(first, "mp4")).status()).isEqualTo(404);
        assertThat(viewer.get(path(listed, "mp4")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/mp4/source.mp4", "/thumbnail.jpg", "/token/x/thumbnail.jpg", "?token=x", "?avh=x"})
    void hidesAssetsFromViewersWithoutAToken(String asset) {
        assets();
        assertProblem(viewer.get("/vod/" + videoId + asset), 404, "resource-not-found", "videoId");
    }

    @Test
    void opensNoOtherVideo() {
        String other =
                client.post("/videos", "{\"title\":\"o\",\"public\":false}").text("videoId");
        String token = token(path(assets(), "mp4"));

        assertThat(viewer.get("/vod/" + other + "?token=" + token).status()).isEqualTo(404);
    }

    @Test
    void exchangesATokenForASessionOfADay() {
        JsonNode assets = assets();
        String url = "/vod/" + videoId + "/token/" + token(path(assets, "mp4"));

        Client.Answer session = viewer.get(url + "/session");

        assertThat(session.status()).isEqualTo(200);
        String avh = "?avh=" + session.text("session_token");
        for (String asset : List.of("mp4", "thumbnail", "mp4")) {
            assertThat(viewer.get(path(assets, asset) + avh).status()).isEqualTo(200);
        }
        assertThat(viewer.get(path(assets, "player") + avh.replace('?', '&')).status())
                .isEqualTo(200);
        assertProblem(viewer.get(url + "/session"), 404, "resource-not-found", "videoId");
        assertProblem(viewer.get(path(assets, "mp4")), 404, "resource-not-found", "videoId");

        clock.advance(Duration.ofHours(24));
        assertProblem(viewer.get(path(assets, "mp4") + avh), 404, "resource-not-found", "videoId");
    }

    @Test
    void playsThePage() {
        String page = new String(viewer.get(path(assets(), "player")).http().body());

        Matcher source = Pattern.compile("src=\"(/vod/[^\"]+avh=\\w+)\"").matcher(page);
        assertThat(source.find()).isTrue();
        assertThat(viewer.get(source.group(1)).http().body()).isEqualTo(video);
        assertThat(viewer.get(source.group(1)).status()).isEqualTo(200);
    }

    @Test
    void givesNoTokenInTheAnswersToWrites() {
        assertThat(client.patch("/videos/" + videoId, "{\"title\":\"new\"}")
                        .body()
                        .path("assets")
                        .toString())
                .doesNotContain("token");
    }

    @Test
    void needsNoTokenOnceItIsPublic() {
        client.patch("/videos/" + videoId, "{\"public\":true}");

        assertThat(path(assets(), "mp4")).isEqualTo("/vod/" + videoId + "/mp4/source.mp4");
        assertThat(viewer.get(path(assets(), "mp4")).status()).isEqualTo(200);
        assertThat(viewer.get("/vod/" + videoId + "/token/x/session").status()).isEqualTo(404);
    }

    @Test
    void keepsTokensOutOfTheRecord() {
        String path = path(assets(), "mp4");
        viewer.get(path);

        assertThat(simulator.requests().toString()).doesNotContain(token(path)).contains("/token/***/mp4/source.mp4");
    }
}
