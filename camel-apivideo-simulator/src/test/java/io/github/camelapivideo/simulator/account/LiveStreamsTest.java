// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.WebhookDelivery;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.Specimens;
import io.github.camelapivideo.simulator.testing.TestBytes;
import io.github.camelapivideo.simulator.testing.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveStreamsTest {

    private static final String RESTREAM =
            "{\"name\":\"Tube\",\"serverUrl\":\"rtmp://h.example/app\",\"streamKey\":\"k\"}";

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(settings -> settings.clock(clock));

    @RegisterExtension
    private final WebhookReceiver receiver = new WebhookReceiver();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();

    private String create(String name) {
        String liveStreamId =
                client.post("/live-streams", "{\"name\":\"" + name + "\"}").text("liveStreamId");
        clock.advance(Duration.ofSeconds(1));
        return liveStreamId;
    }

    private JsonNode get(String liveStreamId) {
        return client.get("/live-streams/" + liveStreamId).body();
    }

    private List<String> names(String query) {
        return client.get("/live-streams" + query).body().path("data").findValuesAsText("name");
    }

    @Test
    void createsALiveStreamWithAStreamKey() {
        Client.Answer made = client.post(
                "/live-streams", "{\"name\":\"talk\",\"playerId\":\"pl1\",\"restreams\":[" + RESTREAM + "]}");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("liveStreamId")).startsWith("li");
        assertThat(made.text("streamKey")).isNotBlank();
        assertThat(made.text("playerId")).isEqualTo("pl1");
        assertThat(made.body().path("public").asBoolean()).isTrue();
        assertThat(made.body().path("broadcasting")).isEqualTo(Client.JSON.valueToTree(false));
        assertThat(made.body().path("restreams").get(0).path("streamKey").asText())
                .isEqualTo("k");
        assertThat(made.body().path("assets").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("hls", "iframe", "player", "thumbnail");
        assertThat(get(made.text("liveStreamId"))).isEqualTo(made.body());
    }

    @Test
    void listsByNameAndStreamKey() {
        create("a talk");
        String song = create("b song");
        create("c talk");

        assertThat(names("")).containsExactly("c talk", "b song", "a talk");
        assertThat(names("?name=talk&sortBy=name&sortOrder=asc")).containsExactly("a talk", "c talk");
        assertThat(names("?streamKey=" + get(song).path("streamKey").asText())).containsExactly("b song");
        client.patch("/live-streams/" + song, "{}");
        assertThat(names("?sortBy=updatedAt")).startsWith("b song");
        assertProblem(client.get("/live-streams?sortBy=publishedAt"), 400, "invalid-query-parameter", "sortBy");
    }

    @Test
    void updatesAndReplacesRestreams() {
        String liveStreamId = create("talk");
        client.patch("/live-streams/" + liveStreamId, "{\"restreams\":[" + RESTREAM + "," + RESTREAM + "]}");
        assertThat(get(liveStreamId).path("restreams")).hasSize(2);

        Client.Answer updated = client.patch("/live-streams/" + liveStreamId, "{\"restreams\":[],\"public\":false}");

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.body()).isEqualTo(get(liveStreamId));
        assertThat(updated.body().path("restreams")).isEmpty();
        assertThat(updated.text("name")).isEqualTo("talk");
        assertThat(updated.body().path("public")).isEqualTo(Client.JSON.valueToTree(false));
    }

    @Test
    void deletesALiveStream() {
        String liveStreamId = create("talk");

        assertThat(client.delete("/live-streams/" + liveStreamId).status()).isEqualTo(204);
        for (Client.Answer answer : List.of(
                client.get("/live-streams/" + liveStreamId),
                client.patch("/live-streams/" + liveStreamId, "{}"),
                client.delete("/live-streams/" + liveStreamId),
                client.put("/live-streams/" + liveStreamId + "/complete"))) {
            assertProblem(answer, 404, "resource-not-found", "liveStreamId");
        }
    }

    @Test
    void uploadsAndDeletesAThumbnail() {
        String liveStreamId = create("talk");
        String path = "/live-streams/" + liveStreamId + "/thumbnail";
        byte[] image = Specimens.image(8, 8);

        Client.Answer uploaded = client.upload(path, null, MultipartForm.form().file("file", "t.webp", image));

        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(uploaded.body()).isEqualTo(get(liveStreamId));
        assertThat(simulator.resource(path).orElseThrow().bytes()).isEqualTo(image);
        assertThat(fixture.anonymous()
                        .get("/live/" + liveStreamId + "/thumbnail.jpg")
                        .http()
                        .body())
                .isEqualTo(image);

        for (int i = 0; i < 2; i++) {
            Client.Answer deleted = client.delete(path);
            assertThat(deleted.status()).isEqualTo(200);
            assertThat(deleted.body()).isEqualTo(get(liveStreamId));
        }
        assertThat(simulator.resource(path)).isEmpty();
        assertProblem(
                client.upload(path, null, MultipartForm.form().file("file", "t.gif", image)),
                400,
                "uploaded-file-extension-invalid",
                "file");
    }

    @Test
    void demandsAName() {
        assertProblem(client.post("/live-streams", "{}"), 400, "attribute-required", "name");
        assertProblem(client.post("/live-streams", "{\"name\":\"\"}"), 400, "attribute-required", "name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            record               | "record":true
            streamKey            | "streamKey":"k"
            public               | "public":"yes"
            playerId             | "playerId":null
            restreams            | "restreams":null
            restreams            | "restreams":{}
            restreams[0]         | "restreams":["rtmp://h/app"]
            restreams[0][name]   | "restreams":[{"serverUrl":"rtmp://h/app","streamKey":"k"}]
            restreams[0][name]   | "restreams":[{"name":"","serverUrl":"rtmp://h/app","streamKey":"k"}]
            restreams[0][name]   | "restreams":[{"name":5,"serverUrl":"rtmp://h/app","streamKey":"k"}]
            restreams[0][serverUrl] | "restreams":[{"name":"n","serverUrl":"rtmp://h","streamKey":"k"}]
            restreams[0][serverUrl] | "restreams":[{"name":"n","serverUrl":"http://h/app","streamKey":"k"}]
            restreams[0][streamKey] | "restreams":[{"name":"n","serverUrl":"rtmps://h/app","streamKey":null}]
            restreams[0][key]    | "restreams":[{"name":"n","serverUrl":"rtmp://h/app","streamKey":"k","key":"k"}]
            """)
    void refusesWrongAndUnknownAttributes(String name, String attribute) {
        String liveStreamId = create("talk");

        assertProblem(
                client.post("/live-streams", "{\"name\":\"n\"," + attribute + "}"), 400, "invalid-attribute", name);
        assertProblem(
                client.patch("/live-streams/" + liveStreamId, "{" + attribute + "}"), 400, "invalid-attribute", name);
    }

    @Test
    void takesFiveRestreams() {
        String five = String.join(",", List.of(RESTREAM, RESTREAM, RESTREAM, RESTREAM, RESTREAM));

        assertThat(client.post("/live-streams", "{\"name\":\"n\",\"restreams\":[" + five + "]}")
                        .status())
                .isEqualTo(200);
        assertProblem(
                client.post("/live-streams", "{\"name\":\"n\",\"restreams\":[" + five + "," + RESTREAM + "]}"),
                400,
                "invalid-attribute",
                "restreams");
    }

    @Test
    void emitsTheEventsOfABroadcast() {
        client.post(
                "/webhooks",
                "{\"events\":[\"live-stream.broadcast.started\",\"live-stream.broadcast.ended\"],\"url\":\""
                        + receiver.url() + "\"}");
        String liveStreamId = create("talk");

        simulator.liveStreams().start(liveStreamId);
        simulator.liveStreams().start(liveStreamId);
        assertThat(get(liveStreamId).path("broadcasting").asBoolean()).isTrue();
        assertThat(client.put("/live-streams/" + liveStreamId + "/complete").status())
                .isEqualTo(202);
        assertThat(client.put("/live-streams/" + liveStreamId + "/complete").status())
                .isEqualTo(202);

        assertThat(get(liveStreamId).path("broadcasting").asBoolean()).isFalse();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> simulator.webhooks().deliveries().size() >= 2);
        assertThat(simulator.webhooks().deliveries())
                .extracting(WebhookDelivery::event)
                .containsExactly("live-stream.broadcast.started", "live-stream.broadcast.ended");
        assertThat(receiver.bodies()).allSatisfy(body -> assertThat(body).contains(liveStreamId));
    }

    @Test
    void makesVideosOfRecordings(@TempDir Path folder) throws IOException {
        client.post(
                "/webhooks",
                "{\"events\":[\"video.source.recorded\",\"video.encoding.quality.completed\"],\"url\":\""
                        + receiver.url() + "\"}");
        client.create("upload");
        String liveStreamId = create("talk");
        byte[] bytes = TestBytes.some(50);
        Path recording = Files.write(folder.resolve("recording.mp4"), bytes);

        String videoId = simulator.liveStreams().record(liveStreamId, recording);

        JsonNode videos =
                client.get("/videos?liveStreamId=" + liveStreamId).body().path("data");
        assertThat(videos).hasSize(1);
        assertThat(videos.get(0).path("videoId").asText()).isEqualTo(videoId);
        assertThat(videos.get(0).path("title").asText()).isEqualTo("talk");
        assertThat(videos.get(0)
                        .path("source")
                        .path("liveStream")
                        .path("liveStreamId")
                        .asText())
                .isEqualTo(liveStreamId);
        assertThat(client.get("/videos?liveStreamId=li0").body().path("data")).isEmpty();
        assertThat(simulator.video(videoId).orElseThrow().sha256()).isEqualTo(TestBytes.sha256(bytes));
        assertThat(recording).hasBinaryContent(bytes);
        assertProblem(client.whole(videoId, bytes), 400, "video-source-already-uploaded");
        await().atMost(Duration.ofSeconds(20)).until(() -> receiver.received().size() >= 3);
        assertThat(receiver.bodies().get(0))
                .startsWith("{\"type\":\"video.source.recorded\"")
                .endsWith("\"liveStreamId\":\"" + liveStreamId + "\",\"videoId\":\"" + videoId + "\"}");
        assertThat(receiver.bodies().get(1))
                .startsWith("{\"type\":\"video.encoding.quality.completed\"")
                .endsWith("\"quality\":\"240p\",\"liveStreamId\":\"" + liveStreamId + "\"}");
    }

    @Test
    void refusesToStartALiveStreamThatDoesNotExist() {
        assertThatThrownBy(() -> simulator.liveStreams().start("li0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no live stream li0");
    }

    @Test
    void forgetsLiveStreamsOnReset() {
        create("talk");
        simulator.reset();

        assertThat(names("")).isEmpty();
    }
}
