// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerTest {

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String everything = """
            {"title":"Maths","description":"d","public":false,"panoramic":true,"mp4Support":false,"playerId":"pl1",
             "tags":["a","b"],"metadata":[{"key":"k","value":"v"}],
             "clip":{"startTimecode":"00:00:05","endTimecode":"00:01:00.5"},
             "watermark":{"id":"WATERMARK","top":"10px","opacity":"70%"},
             "language":"no","transcript":true,"transcriptSummary":true,"transcriptSummaryAttributes":["abstract"]}""".replace("WATERMARK", simulator.createWatermark());

    @Test
    void createsAContainerFromATitle() {
        Client.Answer created = client.post("/videos", "{\"title\":\"Maths\"}");

        assertThat(created.status()).isEqualTo(201);
        JsonNode video = created.body();
        String videoId = video.path("videoId").asText();
        assertThat(videoId).startsWith("vi").hasSize(24);
        assertThat(video.path("public").asBoolean()).isTrue();
        assertThat(video.path("panoramic").asBoolean(true)).isFalse();
        assertThat(video.path("mp4Support").asBoolean()).isTrue();
        assertThat(video.path("discarded").asBoolean(true)).isFalse();
        assertThat(video.path("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
        assertThat(video.path("source").path("uri").asText()).isEqualTo("/videos/" + videoId + "/source");
        assertThat(video.path("source").path("type").asText()).isEqualTo("upload");
        assertThat(video.path("assets").path("player").asText()).isEqualTo(simulator.baseUri() + "/vod/" + videoId);
        assertThat(video.path("assets").path("mp4").asText()).endsWith(videoId + "/mp4/source.mp4");
        assertThat(video.path("tags").isArray()).isTrue();
    }

    @Test
    void acceptsEveryAttributeOfTheApiDescription() {
        Client.Answer created = client.post("/videos", everything);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("language")).isEqualTo("no");
        assertThat(created.text("languageOrigin")).isEqualTo("api");
        assertThat(created.body().path("metadata").path(0).path("key").asText()).isEqualTo("k");
        assertThat(created.body().path("assets").has("mp4")).isFalse();
    }

    @Test
    void keepsTheJsonThatCreatedTheContainer() {
        String videoId = client.post("/videos", everything).text("videoId");

        ReceivedVideo video = simulator.video(videoId).orElseThrow();

        assertThat(video.title()).isEqualTo("Maths");
        assertThat(video.creation()).containsEntry("language", "no").containsEntry("transcript", true);
        assertThat(video.complete()).isFalse();
        assertThat(video.sha256()).isNull();
        assertThat(video.file()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"title\":null}", "{\"title\":\"\"}"})
    void refusesAContainerWithoutATitle(String json) {
        assertProblem(client.post("/videos", json), 400, "attribute-required", "title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "title", "[]", "null", "{\"title\":", "{\"title\":\"x\"} x"})
    void refusesABodyThatIsNotAJsonObject(String body) {
        assertProblem(client.post("/videos", body), 400, "invalid-payload");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"title\":1",
                "\"description\":null",
                "\"public\":\"true\"",
                "\"panoramic\":1",
                "\"mp4Support\":null",
                "\"playerId\":7",
                "\"tags\":\"a\"",
                "\"tags\":[1]",
                "\"metadata\":{}",
                "\"metadata\":[{\"key\":\"k\"}]",
                "\"metadata\":[{\"key\":\"k\",\"value\":1}]",
                "\"clip\":\"00:00:01\"",
                "\"clip\":{\"startTimecode\":\"1:00\"}",
                "\"clip\":{\"start\":\"00:00:01\"}",
                "\"watermark\":{\"top\":\"1px\"}",
                "\"watermark\":{\"id\":\"w\",\"size\":\"1px\"}",
                "\"watermark\":{\"id\":\"w\",\"top\":1}",
                "\"watermark\":{\"id\":\"w\",\"top\":\"1\"}",
                "\"watermark\":{\"id\":\"w\",\"top\":\"initial\"}",
                "\"watermark\":{\"id\":\"w\",\"opacity\":\"5px\"}",
                "\"nobodyKnowsThis\":1",
                "\"discarded\":false",
                "\"playerId\":null",
                "\"transcript\":\"yes\"",
                "\"transcriptSummary\":0",
                "\"transcriptSummaryAttributes\":[\"poem\"]",
                "\"source\":\"C:/video.mp4\""
            })
    void refusesAnAttributeOfTheWrongKind(String attribute) {
        String name = attribute.substring(1, attribute.indexOf('"', 1));

        assertProblem(client.post("/videos", "{\"title\":\"t\"," + attribute + "}"), 400, "invalid-attribute", name);
        assertThat(simulator.videos()).isEmpty();
    }

    @Test
    void refusesALanguageThatIsNoTag() {
        Client.Answer refused = client.post("/videos", "{\"title\":\"t\",\"language\":\"f_r\"}");

        assertProblem(refused, 400, "invalid-attribute", "language");
        assertThat(refused.text("detail"))
                .isEqualTo(
                        "The \"language\" attribute must contain only letters and dashes (for example \"fr\", \"fr-BE\").");
    }

    @Test
    void refusesALanguageThatIsNotSupported() {
        Client.Answer refused = client.post("/videos", "{\"title\":\"t\",\"language\":\"fr-BE\"}");

        assertProblem(refused, 400, "invalid-attribute", "language");
        assertThat(refused.text("detail")).isEqualTo("The \"language\" attribute is not valid.");
    }

    @Test
    void listsAllProblemsOfACreation() {
        JsonNode problems =
                client.post("/videos", "{\"tags\":1,\"metadata\":2}").body().path("problems");

        assertThat(problems.findValuesAsText("name")).containsExactly("title", "tags", "metadata");
    }

    @Test
    void changesAttributesAndReplacesLists() {
        String videoId = client.post(
                        "/videos",
                        "{\"title\":\"t\",\"tags\":[\"a\",\"b\"],\"metadata\":[{\"key\":\"k\",\"value\":\"v\"}]}")
                .text("videoId");

        Client.Answer changed =
                client.patch("/videos/" + videoId, "{\"title\":\"new\",\"tags\":[\"c\"],\"metadata\":[]}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("title")).isEqualTo("new");
        assertThat(changed.body().path("tags")).hasSize(1);
        assertThat(changed.body().path("metadata")).isEmpty();
        assertThat(client.get("/videos/" + videoId).body()).isEqualTo(changed.body());
        assertThat(simulator.video(videoId).orElseThrow().creation()).containsEntry("title", "t");
    }

    @Test
    void leavesWhatAChangeDoesNotName() {
        String videoId = client.post("/videos", everything).text("videoId");
        JsonNode before = client.get("/videos/" + videoId).body();

        JsonNode after = client.patch("/videos/" + videoId, "{}").body();

        before.fieldNames().forEachRemaining(name -> {
            // The tokens of a private video differ, and the time.
            if (!name.equals("assets") && !name.equals("updatedAt")) {
                assertThat(after.path(name)).as(name).isEqualTo(before.path(name));
            }
        });
        Client.Answer changed = client.patch("/videos/" + videoId, "{\"tags\":[],\"metadata\":[]}");

        assertThat(changed.body().path("tags")).isEmpty();
        assertThat(changed.body().path("metadata")).isEmpty();
        assertThat(changed.text("description")).isEqualTo("d");
        assertThat(changed.text("playerId")).isEqualTo("pl1");
    }

    @Test
    void removesThePlayerThatAChangeSetsToNull() {
        String videoId = client.post("/videos", everything).text("videoId");

        assertThat(client.patch("/videos/" + videoId, "{\"playerId\":\"pl2\"}").text("playerId"))
                .isEqualTo("pl2");
        assertThat(client.patch("/videos/" + videoId, "{\"playerId\":null}")
                        .body()
                        .path("playerId")
                        .isNull())
                .isTrue();
        assertThat(client.get("/videos/" + videoId).body().path("playerId").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "videoId",
                "createdAt",
                "updatedAt",
                "publishedAt",
                "discarded",
                "discardedAt",
                "deletesAt",
                "assets",
                "source",
                "languageOrigin",
                "clip",
                "watermark",
                "titel"
            })
    void refusesToChangeWhatCannotBeChanged(String attribute) {
        String videoId = client.create("t");

        assertProblem(
                client.patch("/videos/" + videoId, "{\"title\":\"new\",\"" + attribute + "\":\"x\"}"),
                400,
                "invalid-attribute",
                attribute);
        assertThat(client.get("/videos/" + videoId).text("title")).isEqualTo("t");
    }

    @Test
    void refusesAWrongChange() {
        String videoId = client.create("t");

        assertProblem(client.patch("/videos/" + videoId, "{\"title\":null}"), 400, "invalid-attribute", "title");
        assertProblem(client.patch("/videos/" + videoId, "{"), 400, "invalid-payload");
        assertThat(client.patch("/videos/" + videoId, "{\"language\":null}").status())
                .isEqualTo(200);
    }

    @Test
    void refusesASecondSummary() {
        String videoId = client.create("t");
        client.patch("/videos/" + videoId, "{\"transcriptSummary\":true}");

        assertProblem(
                client.patch("/videos/" + videoId, "{\"transcriptSummary\":true}"), 409, "summary-already-exists");
    }

    @Test
    void deletesAContainerWithItsFiles() {
        String videoId = client.create("t");
        client.whole(videoId, TestBytes.some(100));
        var file = simulator.video(videoId).orElseThrow().file();
        assertThat(file).exists();

        Client.Answer deleted = client.delete("/videos/" + videoId);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.http().body()).isEmpty();
        assertThat(file.getParent()).doesNotExist();
        assertThat(simulator.deletedVideoIds()).containsExactly(videoId);
        assertThat(simulator.video(videoId)).isEmpty();
        assertProblem(client.get("/videos/" + videoId), 404, "resource-not-found", "videoId");
        assertProblem(client.delete("/videos/" + videoId), 404, "resource-not-found", "videoId");
    }

    @Test
    void refusesUnknownUrlsAndMethods() {
        assertProblem(client.get("/nothing"), 404, "unrecognized-request-url");
        assertProblem(client.get("/videos/"), 404, "unrecognized-request-url");
        assertProblem(client.get("/auth/api-key"), 405, "method-not-allowed");
        assertProblem(client.delete("/videos"), 405, "method-not-allowed");
    }

    @Test
    void namesEveryContainerForRequestsAboutIt() {
        String videoId = client.create("t");
        client.get("/videos/" + videoId);

        assertThat(simulator.requests()).extracting(RecordedRequest::videoId).containsExactly(videoId, videoId);
    }

    @Test
    void answers404ForAContainerThatIsNotVisibleYet() throws IOException {
        MovableClock clock = new MovableClock();
        try (ApiVideoSimulator slow = ApiVideoSimulator.builder()
                .clock(clock)
                .visibleAfter(Duration.ofSeconds(5))
                .start()) {
            Client early = Client.of(slow);
            String path = "/videos/" + early.create("t");
            clock.advance(Duration.ofMillis(4999));
            for (Client.Answer answer : List.of(
                    early.get(path),
                    early.get(path + "/status"),
                    early.patch(path, "{}"),
                    early.delete(path),
                    early.upload(path + "/source", null, MultipartForm.video(TestBytes.some(10))))) {
                assertProblem(answer, 404, "resource-not-found");
            }
            assertThat(early.get("/videos").body().path("data")).hasSize(1);

            clock.advance(Duration.ofMillis(1));
            assertThat(early.get(path).status()).isEqualTo(200);
            assertThat(early.delete(path).status()).isEqualTo(204);
        }
    }

    @Test
    void answers404ToADelegatedPartOfAContainerThatIsNotVisibleYet() throws IOException {
        MovableClock clock = new MovableClock();
        try (ApiVideoSimulator slow = ApiVideoSimulator.builder()
                .clock(clock)
                .visibleAfter(Duration.ofSeconds(5))
                .start()) {
            Client early = Client.of(slow, null);
            String upload = "/upload?token=" + slow.createUploadToken(Duration.ZERO);
            byte[] part = TestBytes.some(TestBytes.SMALLEST);
            String videoId =
                    early.upload(upload, "part 1/*", MultipartForm.video(part)).text("videoId");
            assertProblem(
                    early.upload(upload, "part 2/2", MultipartForm.video(part).text("videoId", videoId)),
                    404,
                    "resource-not-found");
            clock.advance(Duration.ofSeconds(5));
            assertThat(early.upload(
                                    upload,
                                    "part 2/2",
                                    MultipartForm.video(part).text("videoId", videoId))
                            .status())
                    .isEqualTo(201);
        }
    }
}
