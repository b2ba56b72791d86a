// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoListTest {

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(settings -> settings.clock(clock));

    private final ApiVideoSimulator simulator = fixture.simulator();
    private Client client = fixture.client();

    @BeforeEach
    void prepare() {
        make("{\"title\":\"Bees\",\"tags\":[\"a\",\"b\"],\"description\":\"on flowers\"}");
        make("{\"title\":\"Apes\",\"tags\":[\"a\"],\"metadata\":[{\"key\":\"Author\",\"value\":\"John Doe\"}]}");
        make("{\"title\":\"Cats and Bees\"}");
    }

    private void make(String json) {
        client.post("/videos", json);
        clock.advance(Duration.ofMillis(10));
    }

    private List<String> titles(String query) {
        return client.get("/videos" + query).body().path("data").findValuesAsText("title");
    }

    @Test
    void listsTheYoungestFirst() {
        assertThat(titles("")).containsExactly("Cats and Bees", "Apes", "Bees");
    }

    @Test
    void filtersByTheQuery() {
        assertThat(titles("?title=Bees")).containsExactly("Cats and Bees", "Bees");
        assertThat(titles("?title=bees")).isEmpty();
        assertThat(titles("?description=flowers")).containsExactly("Bees");
        assertThat(titles("?tags[]=a".replace("[]", "%5B%5D"))).containsExactly("Apes", "Bees");
        assertThat(titles("?tags%5B%5D=a&tags%5B%5D=b")).containsExactly("Bees");
        assertThat(titles("?metadata%5BAuthor%5D=John+Doe")).containsExactly("Apes");
        assertThat(titles("?metadata%5BAuthor%5D=Jane")).isEmpty();
        assertThat(titles("?liveStreamId=li1")).isEmpty();
    }

    @Test
    void sortsByTheQuery() {
        assertThat(titles("?sortBy=title&sortOrder=asc")).containsExactly("Apes", "Bees", "Cats and Bees");
        assertThat(titles("?sortBy=createdAt&sortOrder=asc")).containsExactly("Bees", "Apes", "Cats and Bees");
        client.patch("/videos/" + simulator.videos().get(0).videoId(), "{\"public\":false}");
        assertThat(titles("?sortBy=updatedAt")).startsWith("Bees");
    }

    @Test
    void splitsTheListIntoPages() {
        JsonNode list = client.get("/videos?pageSize=1&currentPage=2&title=s").body();

        assertThat(list.path("data").findValuesAsText("title")).containsExactly("Apes");
        JsonNode pagination = list.path("pagination");
        assertThat(pagination.path("itemsTotal").asInt()).isEqualTo(3);
        assertThat(pagination.path("pagesTotal").asInt()).isEqualTo(3);
        assertThat(pagination.path("currentPageItems").asInt()).isEqualTo(1);
        assertThat(pagination.path("links").findValuesAsText("rel"))
                .containsExactly("self", "first", "previous", "next", "last");
        String next = pagination.path("links").path(3).path("uri").asText();
        assertThat(next).startsWith(simulator.baseUri() + "/videos?");
        assertThat(titles(next.replace(simulator.baseUri() + "/videos", ""))).containsExactly("Bees");
    }

    @Test
    void answersAnEmptyPageAfterTheLast() {
        assertThat(titles("?currentPage=9")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"currentPage=0", "currentPage=x", "pageSize=0", "pageSize=101", "sortBy=size", "sortOrder=up"})
    void refusesAWrongQuery(String query) {
        assertProblem(
                client.get("/videos?" + query), 400, "invalid-query-parameter", query.substring(0, query.indexOf('=')));
    }

    @Test
    void listsANewContainerOnlyAfterTheLag() throws IOException {
        client = fixture.restart(settings -> settings.clock(clock).listLag(Duration.ofSeconds(5)))
                .client();
        String videoId = client.create("Dogs");
        clock.advance(Duration.ofMillis(4999));
        assertThat(titles("")).isEmpty();
        assertThat(client.get("/videos/" + videoId).status()).isEqualTo(200);
        clock.advance(Duration.ofMillis(1));
        assertThat(titles("")).containsExactly("Dogs");
    }
}
