// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayersTest {

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(settings -> settings.clock(clock));

    private final Client client = fixture.client();

    private String create(String json) {
        String playerId = client.post("/players", json).text("playerId");
        clock.advance(Duration.ofSeconds(1));
        return playerId;
    }

    private List<String> names(String query) {
        return client.get("/players" + query).body().path("data").findValuesAsText("name");
    }

    @Test
    void createsAPlayerWithTheDefaults() {
        Client.Answer made = client.post("/players", "{}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("playerId")).startsWith("pl");
        assertThat(made.body().path("enableApi").asBoolean()).isTrue();
        assertThat(made.body().path("enableControls").asBoolean()).isTrue();
        for (String off : List.of("forceAutoplay", "hideTitle", "forceLoop")) {
            assertThat(made.body().path(off)).isEqualTo(Client.JSON.valueToTree(false));
        }
        assertThat(made.body().path("assets").isObject()).isTrue();
        assertThat(made.text("createdAt")).isEqualTo("2026-01-01T12:00:00+00:00");
        assertThat(client.get("/players/" + made.text("playerId")).body()).isEqualTo(made.body());
    }

    @Test
    void updatesOnlyTheGivenAttributes() {
        String playerId = create("{\"name\":\"theme\",\"text\":\"rgba(255, 255, 255, .95)\",\"forceLoop\":true}");

        Client.Answer updated = client.patch("/players/" + playerId, "{\"name\":\"other\"}");

        assertThat(updated.status()).isEqualTo(200);
        JsonNode player = client.get("/players/" + playerId).body();
        assertThat(player).isEqualTo(updated.body());
        assertThat(player.path("name").asText()).isEqualTo("other");
        assertThat(player.path("text").asText()).isEqualTo("rgba(255, 255, 255, .95)");
        assertThat(player.path("forceLoop").asBoolean()).isTrue();
        assertThat(player.path("updatedAt").asText()).isEqualTo("2026-01-01T12:00:01+00:00");
    }

    @Test
    void deletesAPlayer() {
        String playerId = create("{}");

        assertThat(client.delete("/players/" + playerId).status()).isEqualTo(204);
        assertProblem(client.get("/players/" + playerId), 404, "resource-not-found", "playerId");
        assertProblem(client.delete("/players/" + playerId), 404, "resource-not-found", "playerId");
        assertProblem(client.patch("/players/" + playerId, "{}"), 404, "resource-not-found", "playerId");
    }

    @Test
    void sortsTheListByTheQuery() {
        String first = create("{\"name\":\"b\"}");
        create("{\"name\":\"c\"}");
        create("{\"name\":\"a\"}");

        assertThat(names("")).containsExactly("a", "c", "b");
        assertThat(names("?sortBy=name&sortOrder=asc")).containsExactly("a", "b", "c");
        client.patch("/players/" + first, "{}");
        assertThat(names("?sortBy=updatedAt&sortOrder=desc")).containsExactly("b", "a", "c");
        assertProblem(client.get("/players?name=a"), 400, "invalid-query-parameter", "name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgba(0,0,0,0)",
                "rgba(0, 0, 0, 1)",
                "rgba(72, 4, 45, .1)",
                "rgba(255, 255, 255, 0.95)",
                "rgba(1, 2, 3, 1.0)"
            })
    void takesAColour(String colour) {
        assertThat(client.post("/players", "{\"link\":\"" + colour + "\"}").text("link"))
                .isEqualTo(colour);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"link\":\"#ffffff\"}",
                "{\"link\":\"rgba(256, 0, 0, 1)\"}",
                "{\"link\":\"rgba(0, 0, 0, 1.5)\"}",
                "{\"link\":\"rgb(0, 0, 0)\"}",
                "{\"link\":5}",
                "{\"enableApi\":\"true\"}",
                "{\"hideTitle\":null}",
                "{\"name\":5}",
                "{\"shapeMargin\":10}",
                "{\"assets\":{}}",
                "{\"language\":\"en\"}"
            })
    void refusesWrongAndUnknownAttributes(String json) {
        String name = json.substring(2, json.indexOf("\":"));
        String playerId = create("{}");

        assertProblem(client.post("/players", json), 400, "invalid-attribute", name);
        assertProblem(client.patch("/players/" + playerId, json), 400, "invalid-attribute", name);
    }

    @Test
    void refusesANameOfMoreThanAHundredCharacters() {
        assertThat(client.post("/players", "{\"name\":\"" + "n".repeat(100) + "\"}")
                        .status())
                .isEqualTo(201);
        assertProblem(
                client.post("/players", "{\"name\":\"" + "n".repeat(101) + "\"}"), 400, "invalid-attribute", "name");
    }

    @Test
    void listsAllProblemsOfARequest() {
        Client.Answer refused = client.post("/players", "{\"link\":1,\"name\":2}");

        assertThat(refused.body().path("problems").findValuesAsText("name")).containsExactlyInAnyOrder("link", "name");
    }

    @Test
    void removesPlayersOnReset() {
        create("{}");
        fixture.simulator().reset();

        assertThat(client.get("/players").body().path("data")).isEmpty();
    }
}
