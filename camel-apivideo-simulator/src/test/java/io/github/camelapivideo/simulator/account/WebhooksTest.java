// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {

    private static final String ENCODED = "video.encoding.quality.completed";

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final Client client = fixture.client();

    private Client.Answer create(String event) {
        return client.post("/webhooks", "{\"events\":[\"" + event + "\"],\"url\":\"http://127.0.0.1:9/e\"}");
    }

    private List<String> listed(String query) {
        return client.get("/webhooks" + query).body().path("data").findValuesAsText("webhookId");
    }

    @Test
    void createsAWebhookWithASecret() {
        Client.Answer made = create(ENCODED);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("webhookId")).startsWith("webhook_");
        assertThat(made.text("signatureSecret")).startsWith("sig_sec_");
        assertThat(made.text("url")).isEqualTo("http://127.0.0.1:9/e");
        assertThat(made.body().path("events")).extracting(JsonNode::asText).containsExactly(ENCODED);
        JsonNode shown = client.get("/webhooks/" + made.text("webhookId")).body();
        assertThat(shown).isEqualTo(made.body());
        assertThat(client.get("/webhooks").body().path("data").get(0)).isEqualTo(shown);
    }

    @Test
    void listsTheWebhooksOfOneEvent() {
        String encoded = create(ENCODED).text("webhookId");
        String summary = create("video.summary.generated").text("webhookId");

        assertThat(listed("")).containsExactly(encoded, summary);
        assertThat(listed("?events=" + ENCODED)).containsExactly(encoded);
        assertThat(listed("?events=video.caption.generated")).isEmpty();
        assertProblem(client.get("/webhooks?events=video.lost"), 400, "invalid-query-parameter", "events");
        assertProblem(client.get("/webhooks?sortBy=createdAt"), 400, "invalid-query-parameter", "sortBy");
    }

    @Test
    void deletesAWebhook() {
        String webhookId = create(ENCODED).text("webhookId");

        assertThat(client.delete("/webhooks/" + webhookId).status()).isEqualTo(204);
        assertProblem(client.get("/webhooks/" + webhookId), 404, "resource-not-found", "webhookId");
        assertProblem(client.delete("/webhooks/" + webhookId), 404, "resource-not-found", "webhookId");
        assertProblem(client.patch("/webhooks/" + webhookId, "{}"), 405, "method-not-allowed");
    }

    @Test
    void takesTenWebhooks() {
        for (int i = 0; i < 10; i++) {
            assertThat(create(ENCODED).status()).isEqualTo(201);
        }

        assertProblem(create(ENCODED), 400, "webhook-limit-reached");
        client.delete("/webhooks/" + listed("").get(0));
        assertThat(create(ENCODED).status()).isEqualTo(201);
    }

    @Test
    void namesAllMissingAttributes() {
        Client.Answer refused = client.post("/webhooks", "{}");

        assertProblem(refused, 400, "attribute-required", "events");
        assertThat(refused.body().path("problems").findValuesAsText("name")).containsExactly("events", "url");
        assertProblem(
                client.post("/webhooks", "{\"events\":[],\"url\":\"http://h\"}"), 400, "invalid-attribute", "events");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            events | {"events":["video.lost"],"url":"http://h/"}
            events | {"events":"video.caption.generated","url":"http://h/"}
            url    | {"events":["video.caption.generated"],"url":"ftp://h/"}
            url    | {"events":["video.caption.generated"],"url":"http:///path"}
            url    | {"events":["video.caption.generated"],"url":"http://h h/"}
            url    | {"events":["video.caption.generated"],"url":5}
            name   | {"events":["video.caption.generated"],"url":"http://h/","name":"n"}
            """)
    void refusesWrongAndUnknownAttributes(String name, String json) {
        assertProblem(client.post("/webhooks", json), 400, "invalid-attribute", name);
    }
}
