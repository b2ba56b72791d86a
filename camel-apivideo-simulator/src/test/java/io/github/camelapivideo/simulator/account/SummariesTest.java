// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.SummaryStatus;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import io.github.camelapivideo.simulator.testing.WebhookReceiver;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummariesTest {

    private static final Duration TIME = Duration.ofSeconds(60);

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture =
            SimulatorFixture.start(settings -> settings.clock(clock).summaryTime(TIME));

    @RegisterExtension
    private final WebhookReceiver receiver = new WebhookReceiver();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();

    private String video() {
        String videoId = client.create("v");
        client.whole(videoId, TestBytes.some(10));
        return videoId;
    }

    private Client.Answer create(String videoId, String more) {
        return client.post("/summaries", "{\"videoId\":\"" + videoId + "\"" + more + "}");
    }

    private JsonNode list(String query) {
        return client.get("/summaries" + query).body().path("data");
    }

    private String status(String summaryId) {
        for (JsonNode summary : list("")) {
            if (summary.path("summaryId").asText().equals(summaryId)) {
                return summary.path("sourceStatus").asText();
            }
        }
        return null;
    }

    @Test
    void createsASummaryToBeWritten() {
        String videoId = video();

        Client.Answer made = create(videoId, "");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("summaryId")).startsWith("summary_");
        assertThat(made.text("videoId")).isEqualTo(videoId);
        assertThat(made.text("origin")).isEqualTo("api");
        assertThat(made.text("sourceStatus")).isEqualTo("missing");
        assertProblem(
                client.get("/summaries/" + made.text("summaryId") + "/source"), 404, "resource-not-found", "summaryId");
        assertThat(list("")).containsExactly(made.body());
    }

    @Test
    void writesATextOnePartAtATime() {
        String path = "/summaries/" + create(video(), "").text("summaryId") + "/source";

        Client.Answer written = client.patch(path, "{\"abstract\":\"About cats.\"}");
        client.patch(path, "{\"takeaways\":[\"1\",\"2\",\"3\"]}");

        assertThat(written.status()).isEqualTo(201);
        assertThat(written.text("abstract")).isEqualTo("About cats.");
        JsonNode source = client.get(path).body();
        assertThat(source.path("abstract").asText()).isEqualTo("About cats.");
        assertThat(source.path("takeaways")).hasSize(3);
        assertThat(list("").get(0).path("sourceStatus").asText()).isEqualTo("completed");
    }

    @Test
    void generatesASummaryAfterTheVideoHasArrived() {
        String videoId = client.create("v");
        String summaryId = create(videoId, ",\"origin\":\"auto\"").text("summaryId");
        clock.advance(TIME);
        assertThat(status(summaryId)).isEqualTo("waiting");
        assertProblem(client.get("/summaries/" + summaryId + "/source"), 404, "resource-not-found", "summaryId");

        client.whole(videoId, TestBytes.some(10));
        clock.advance(TIME.minusMillis(1));
        assertThat(status(summaryId)).isEqualTo("waiting");
        clock.advance(Duration.ofMillis(1));

        assertThat(status(summaryId)).isEqualTo("completed");
        JsonNode source = client.get("/summaries/" + summaryId + "/source").body();
        assertThat(source.path("abstract").asText().split(" ")).hasSizeBetween(20, 300);
        assertThat(source.path("takeaways")).hasSize(3);
    }

    @Test
    void generatesOnlyTheWantedParts() {
        String summaryId = create(video(), ",\"origin\":\"auto\",\"attributes\":[\"takeaways\"]")
                .text("summaryId");
        clock.advance(TIME);

        assertThat(client.get("/summaries/" + summaryId + "/source").body().fieldNames())
                .toIterable()
                .containsExactly("takeaways");
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "UNPROCESSABLE"})
    void endsWithoutATextOnDemand(SummaryStatus end) {
        simulator.summaries().endAs(end);
        String summaryId = create(video(), ",\"origin\":\"auto\"").text("summaryId");
        clock.advance(TIME);

        assertThat(status(summaryId)).isEqualTo(end.name().toLowerCase(Locale.ROOT));
        assertProblem(client.get("/summaries/" + summaryId + "/source"), 404, "resource-not-found", "summaryId");
    }

    @Test
    void emitsAnEventForAGeneratedSummary() {
        client.post("/webhooks", "{\"events\":[\"video.summary.generated\"],\"url\":\"" + receiver.url() + "\"}");
        String videoId = video();
        String summaryId = create(videoId, ",\"origin\":\"auto\"").text("summaryId");
        clock.advance(TIME);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !simulator.webhooks().deliveries().isEmpty());
        assertThat(receiver.bodies())
                .containsExactly("{\"type\":\"video.summary.generated\",\"emittedAt\":\"2026-01-01T12:01:00+00:00\","
                        + "\"videoId\":\"" + videoId + "\",\"summaryId\":\"" + summaryId + "\"}");
    }

    @Test
    void makesTheSummaryThatAVideoAsksFor() {
        String videoId = client.post(
                        "/videos",
                        "{\"title\":\"t\",\"transcriptSummary\":true,\"transcriptSummaryAttributes\":[\"abstract\"]}")
                .text("videoId");
        client.whole(videoId, TestBytes.some(10));
        clock.advance(TIME);

        JsonNode summary = list("?videoId=" + videoId).get(0);
        assertThat(summary.path("sourceStatus").asText()).isEqualTo("completed");
        assertThat(client.get("/summaries/" + summary.path("summaryId").asText() + "/source")
                        .body()
                        .fieldNames())
                .toIterable()
                .containsExactly("abstract");
        assertProblem(
                client.patch("/videos/" + videoId, "{\"title\":\"other\",\"transcriptSummary\":true}"),
                409,
                "summary-already-exists",
                "transcriptSummary");
        assertThat(client.get("/videos/" + videoId).text("title")).isEqualTo("t");
    }

    @Test
    void refusesASecondSummaryOfAVideo() {
        String videoId = video();
        String summaryId = create(videoId, "").text("summaryId");

        assertProblem(create(videoId, ",\"origin\":\"auto\""), 409, "summary-already-exists", "videoId");
        assertThat(client.delete("/summaries/" + summaryId).status()).isEqualTo(204);
        assertThat(client.patch("/videos/" + videoId, "{\"transcriptSummary\":true}")
                        .status())
                .isEqualTo(200);
        assertProblem(create(videoId, ""), 409, "summary-already-exists", "videoId");
    }

    @Test
    void refusesToWriteWhileASummaryIsGenerated() {
        String path = "/summaries/" + create(video(), ",\"origin\":\"auto\"").text("summaryId") + "/source";

        assertProblem(client.patch(path, "{\"abstract\":\"a\"}"), 409, "summary-already-exists");
        clock.advance(TIME);
        assertThat(client.patch(path, "{\"abstract\":\"a\"}").status()).isEqualTo(201);
        assertThat(client.get(path).text("abstract")).isEqualTo("a");
    }

    @Test
    void doesNotKnowASummaryThatIsGone() {
        String summaryId = create(video(), "").text("summaryId");
        client.delete("/summaries/" + summaryId);

        for (Client.Answer answer : List.of(
                client.delete("/summaries/" + summaryId),
                client.get("/summaries/" + summaryId + "/source"),
                client.patch("/summaries/" + summaryId + "/source", "{}"))) {
            assertProblem(answer, 404, "resource-not-found", "summaryId");
        }
        assertProblem(client.get("/summaries/" + summaryId), 405, "method-not-allowed");
    }

    @Test
    void listsByVideoOriginAndStatus() {
        String written = create(video(), "").text("summaryId");
        clock.advance(Duration.ofSeconds(1));
        String generated = create(video(), ",\"origin\":\"auto\"").text("summaryId");

        assertThat(list("").findValuesAsText("summaryId")).containsExactly(generated, written);
        assertThat(list("?sortBy=createdAt&sortOrder=asc").findValuesAsText("summaryId"))
                .containsExactly(written, generated);
        assertThat(list("?origin=api").findValuesAsText("summaryId")).containsExactly(written);
        assertThat(list("?sourceStatus=waiting").findValuesAsText("summaryId")).containsExactly(generated);
        assertThat(list("?videoId=vi0")).isEmpty();
        for (String wrong : List.of("origin=manual", "sourceStatus=done", "sortBy=value", "status=waiting")) {
            assertProblem(
                    client.get("/summaries?" + wrong),
                    400,
                    "invalid-query-parameter",
                    wrong.substring(0, wrong.indexOf('=')));
        }
    }

    @Test
    void demandsAVideoOfTheAccount() {
        assertProblem(client.post("/summaries", "{}"), 400, "attribute-required", "videoId");
        assertProblem(create("vi0", ""), 404, "resource-not-found", "videoId");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            origin     | "origin":"manual"
            origin     | "origin":"api"
            attributes | "attributes":["poem"]
            attributes | "attributes":"abstract"
            abstract   | "abstract":"a"
            """)
    void refusesWrongAndUnknownAttributes(String name, String attribute) {
        assertProblem(create(video(), "," + attribute), 400, "invalid-attribute", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"abstract\":5}",
                "{\"takeaways\":\"one\"}",
                "{\"takeaways\":[1]}",
                "{\"takeaways\":[\"1\",\"2\",\"3\",\"4\"]}",
                "{\"origin\":\"auto\"}"
            })
    void refusesAWrongText(String json) {
        String path = "/summaries/" + create(video(), "").text("summaryId") + "/source";

        assertProblem(client.patch(path, json), 400, "invalid-attribute", json.substring(2, json.indexOf("\":")));
    }

    @Test
    void endsAGenerationOnlyInAnEnd() {
        assertThatThrownBy(() -> simulator.summaries().endAs(SummaryStatus.WAITING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("status=WAITING: allowed COMPLETED, FAILED, UNPROCESSABLE");
    }
}
