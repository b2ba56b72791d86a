// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that alter answers: other values, other bodies, other dates. */
class AlteredAnswerFaultsTest {

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String videoId =
            client.post("/videos", "{\"title\":\"odd\",\"tags\":[\"a\",\"b\"]}").text("videoId");

    private ObjectNode usual() {
        return (ObjectNode) client.get("/videos/" + videoId).body();
    }

    private JsonNode with(Fault fault) {
        simulator.faults().on(RequestKind.GET).times(1).then(fault);
        return client.get("/videos/" + videoId).body();
    }

    @Test
    void altersAProperty() {
        assertThat(with(Fault.alterAnswer("/assets/player", "[null]")).at("/assets/player"))
                .hasToString("[null]");
        assertThat(with(Fault.alterAnswer("/title", "null"))).isEqualTo(usual().putNull("title"));
        assertThat(with(Fault.alterAnswer("/new", "1"))).isEqualTo(usual().put("new", 1));
    }

    @Test
    void altersAnElement() {
        assertThat(with(Fault.alterAnswer("/tags/1", "{}")).path("tags")).hasToString("[\"a\",{}]");
        assertThat(with(Fault.leaveOutOfAnswer("/tags/0")).path("tags")).hasToString("[\"b\"]");
    }

    @Test
    void altersTheWholeAnswer() {
        assertThat(with(Fault.alterAnswer("", "\"x\""))).hasToString("\"x\"");
    }

    @Test
    void leavesAPropertyOut() {
        assertThat(with(Fault.leaveOutOfAnswer("/videoId"))).isEqualTo(usual().without("videoId"));
    }

    @ParameterizedTest
    @CsvSource({"/tags/2", "/tags/x", "/title/x", "/nothing/there"})
    void keepsAnAnswerWithoutThatPlace(String pointer) {
        assertThat(with(Fault.alterAnswer(pointer, "1"))).isEqualTo(usual());
        assertThat(with(Fault.leaveOutOfAnswer(pointer))).isEqualTo(usual());
    }

    @Test
    void altersAProblemAndRecordsTheOriginal() {
        simulator.faults().on(RequestKind.CREATE).then(Fault.alterAnswer("/status", "\"text\""));

        Client.Answer answer = client.post("/videos", "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text("status")).isEqualTo("text");
        assertThat(answer.slug()).isEqualTo("attribute-required");
        assertThat(simulator.requests(RequestKind.CREATE).get(1).problemSlug()).isEqualTo("attribute-required");
    }

    @Test
    void keepsAnswersWithoutABody() {
        simulator.faults().on(RequestKind.DELETE).then(Fault.alterAnswer("/a", "1"));

        assertThat(client.delete("/videos/" + videoId).http().body()).isEmpty();
    }

    @Test
    void answersAnyBodyWithOrWithoutProcessing() {
        simulator.faults().on(RequestKind.DELETE).times(1).then(Fault.answer(418, "text/tea", "tea"));
        Client.Answer first = client.delete("/videos/" + videoId);
        assertThat(first.status()).isEqualTo(418);
        assertThat(first.header("Content-Type")).isEqualTo("text/tea");
        assertThat(first.http().body()).asString(StandardCharsets.UTF_8).isEqualTo("tea");
        assertThat(simulator.videos()).hasSize(1);

        simulator.faults().on(RequestKind.DELETE).then(Fault.answerAfterProcessing(202, "text/tea", "tea"));
        assertThat(client.delete("/videos/" + videoId).status()).isEqualTo(202);
        assertThat(simulator.videos()).isEmpty();
    }

    private static Instant date(Client.Answer answer, String header) {
        return ZonedDateTime.parse(answer.header(header), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    @Test
    void datesAnswersByItsClock() throws IOException {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofDays(400));
        try (ApiVideoSimulator other = ApiVideoSimulator.builder().clock(ahead).start()) {
            other.faults().on(RequestKind.GET).then(Fault.retryAt(503, Duration.ofMinutes(3)));

            Client.Answer answer = Client.of(other).get("/videos/vi1");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.http().headers().allValues("Date")).hasSize(1);
            assertThat(Duration.between(date(answer, "Date"), ahead.instant()).abs())
                    .isLessThan(Duration.ofSeconds(30));
            assertThat(Duration.between(date(answer, "Date"), date(answer, "Retry-After")))
                    .isBetween(Duration.ofSeconds(179), Duration.ofSeconds(181));
            assertThat(answer.header("X-RateLimit-Retry-After")).isNull();
        }
    }

    @Test
    void answersWithoutADate() {
        simulator.faults().on(RequestKind.GET).times(1).then(Fault.status(503, Map.of("Date", "")));
        assertThat(client.get("/videos/" + videoId).header("Date")).isNull();
        assertThat(client.get("/videos/" + videoId).header("Date")).isNotNull();
    }
}
