// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TagsTest {

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final Client client = fixture.client();

    @BeforeEach
    void prepare() {
        client.post("/videos", "{\"title\":\"1\",\"tags\":[\"Café\",\"sea\",\"sea\"]}");
        client.post("/videos", "{\"title\":\"2\",\"tags\":[\"sea\"]}");
        client.post("/videos", "{\"title\":\"3\"}");
    }

    private List<String> values(String query) {
        return client.get("/tags" + query).body().path("data").findValuesAsText("value");
    }

    @Test
    void countsTheVideosOfEachTag() {
        JsonNode list = client.get("/tags").body();

        assertThat(list.path("data").findValuesAsText("value")).containsExactly("Café", "sea");
        assertThat(list.path("data").findValuesAsText("videoCount")).containsExactly("1", "2");
        assertThat(list.path("pagination").path("itemsTotal").asInt()).isEqualTo(2);
        assertThat(fixture.simulator().requests(RequestKind.TAGS)).hasSize(1);
    }

    @Test
    void findsAPartOfATagWithoutRegardToCaseAndAccents() {
        assertThat(values("?value=CAFE")).containsExactly("Café");
        assertThat(values("?value=%C3%A9")).containsExactly("Café", "sea");
        assertThat(values("?value=tree")).isEmpty();
    }

    @Test
    void sortsByTheQuery() {
        assertThat(values("?sortOrder=desc")).containsExactly("sea", "Café");
        assertThat(values("?sortBy=videoCount&sortOrder=desc")).containsExactly("sea", "Café");
        assertThat(values("?sortBy=videoCount&sortOrder=asc")).containsExactly("Café", "sea");
    }

    @Test
    void refusesAQueryThatTheListDoesNotHave() {
        assertProblem(client.get("/tags?page=1"), 400, "invalid-query-parameter", "page");
        assertProblem(client.get("/tags?sortBy=createdAt"), 400, "invalid-query-parameter", "sortBy");
    }

    @Test
    void asksForCredentials() {
        assertProblem(fixture.anonymous().get("/tags"), 401, "authentication-missing-authorization-header");
    }
}
