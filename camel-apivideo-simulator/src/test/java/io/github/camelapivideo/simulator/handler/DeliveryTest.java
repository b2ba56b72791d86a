// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static io.github.camelapivideo.simulator.testing.TestBytes.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveryTest {

    private final byte[] video = TestBytes.some(SMALLEST + 9);

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private Client viewer;
    private String videoId;
    private JsonNode assets;

    @BeforeEach
    void prepare() {
        Client account = fixture.client();
        viewer = fixture.anonymous();
        videoId = account.create("A < B & C");
        account.part(videoId, "part 2/2", TestBytes.part(video, 2));
        account.part(videoId, "part 1/2", TestBytes.part(video, 1));
        assets = account.get("/videos/" + videoId).body().path("assets");
    }

    private String path(String asset) {
        String uri = assets.path(asset).asText();
        assertThat(uri).startsWith(simulator.baseUri().toString());
        return uri.substring(simulator.baseUri().toString().length());
    }

    @Test
    void showsAPageThatPlaysTheVideo() {
        Client.Answer page = viewer.get(path("player"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.http().body())
                .asString()
                .contains("<title>A &lt; B &amp; C</title>", "src=\"/vod/" + videoId + "/mp4/source.mp4\"");
        assertThat(viewer.head(path("player")).http().body()).isEmpty();
        assertThat(assets.path("iframe").asText())
                .contains(assets.path("player").asText());
    }

    @Test
    void servesTheBytesThatWereUploaded() {
        Client.Answer mp4 = viewer.get(path("mp4"));

        assertThat(mp4.status()).isEqualTo(200);
        assertThat(mp4.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(mp4.http().body()).isEqualTo(video);
        assertThat(viewer.head(path("mp4")).header("Content-Length")).isEqualTo(String.valueOf(video.length));
        assertThat(simulator.requests(RequestKind.DELIVERY))
                .extracting(RecordedRequest::status)
                .containsExactly(200, 200);
    }

    @Test
    void servesARangeOfThem() {
        Client.Answer range = viewer.send(viewer.request(path("mp4")).header("Range", "bytes=5242878-5242885"));

        assertThat(range.status()).isEqualTo(206);
        assertThat(range.http().body()).isEqualTo(TestBytes.range(video, 5242878, 5242886));
        assertThat(range.header("Content-Range")).isEqualTo("bytes 5242878-5242885/" + video.length);
        assertThat(viewer.send(viewer.request(path("mp4")).header("Range", "bytes=99999999-"))
                        .status())
                .isEqualTo(416);
    }

    @Test
    void showsTheSamePlaceholderForEveryVideo() {
        Client.Answer thumbnail = viewer.get(path("thumbnail"));

        assertThat(thumbnail.status()).isEqualTo(200);
        assertThat(thumbnail.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(thumbnail.http().body()).startsWith(0xFF, 0xD8);
    }

    @Test
    void refusesHls() {
        assertProblem(viewer.get(path("hls")), 404, "resource-not-found");
        assertThat(viewer.head(path("hls")).status()).isEqualTo(404);
    }

    @Test
    void refusesAVideoThatHasNotArrived() {
        String empty = Client.of(simulator).create("empty");

        assertProblem(viewer.get("/vod/" + empty), 404, "resource-not-found");
        assertProblem(viewer.get("/vod/" + empty + "/mp4/source.mp4"), 404, "resource-not-found");
        assertProblem(viewer.get("/vod/vi0"), 404, "resource-not-found");
    }
}
