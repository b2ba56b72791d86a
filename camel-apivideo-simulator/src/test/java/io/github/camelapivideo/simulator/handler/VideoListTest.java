// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.RawRequest;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(titles("?metadata%5BAuthor%5D=John+Doe&metadata%5BFormat%5D=x"))
                .isEmpty();
        assertThat(titles("?liveStreamId=li1")).isEmpty();
    }

    /** HTTP clients do not send these characters as they are, but the service takes them. */
    @ParameterizedTest
    @ValueSource(strings = {"tags[]=a&tags[]=b", "tags%5B%5D=a&tags%5b%5d=b", "tags[%5D=a&tags[]=b"})
    void decodesLiteralAndEncodedBrackets(String query) throws IOException {
        try (RawRequest request = RawRequest.get(simulator, "/videos?" + query)) {
            assertThat(request.readHead().get(0)).contains("200");
            StringBuilder body = new StringBuilder();
            while (body.indexOf("\"links\"") < 0) {
                body.append((char) request.read());
            }
            assertThat(body).contains("\"title\":\"Bees\"", "\"itemsTotal\":1,");
        }
    }

    @Test
    void comparesMetadataByTheirWholeValue() {
        make("{\"title\":\"M\",\"metadata\":[{\"key\":\"a b\",\"value\":\"c+d&e\"},{\"key\":\"f\",\"value\":\"g\"}]}");

        assertThat(titles("?metadata%5Ba%20b%5D=c%2Bd%26e")).containsExactly("M");
        assertThat(titles("?metadata%5Ba%20b%5D=c%2Bd%26e&metadata%5Bf%5D=g")).containsExactly("M");
        assertThat(titles("?metadata%5Ba%20b%5D=c%2Bd%26e&metadata%5Bf%5D=h")).isEmpty();
        assertThat(titles("?metadata%5Bf%5D=G")).isEmpty();
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
        for (int i = 0; i < 20; i++) {
            make("{\"title\":\"more " + i + "\"}");
        }
        JsonNode list = client.get("/videos?pageSize=10&currentPage=2&title=e").body();

        assertThat(list.path("data").findValuesAsText("title"))
                .containsExactly(
                        "more 9", "more 8", "more 7", "more 6", "more 5", "more 4", "more 3", "more 2", "more 1",
                        "more 0");
        JsonNode pagination = list.path("pagination");
        assertThat(pagination.path("itemsTotal").asInt()).isEqualTo(23);
        assertThat(pagination.path("pagesTotal").asInt()).isEqualTo(3);
        assertThat(pagination.path("pageSize").asInt()).isEqualTo(10);
        assertThat(pagination.path("currentPage").asInt()).isEqualTo(2);
        assertThat(pagination.path("currentPageItems").asInt()).isEqualTo(10);
        assertThat(pagination.path("links").isArray()).isTrue();
        assertThat(pagination.path("links").findValuesAsText("rel"))
                .containsExactly("self", "first", "previous", "next", "last");
        String next = pagination.path("links").path(3).path("uri").asText();
        assertThat(next).startsWith("/videos?").contains("currentPage=3", "pageSize=10", "title=e");
        assertThat(client.get(next).body().path("data").findValuesAsText("title"))
                .containsExactly("Cats and Bees", "Apes", "Bees");
    }

    @Test
    void linksNoPageBeforeTheFirstOrAfterTheLast() {
        assertThat(client.get("/videos").body().path("pagination").path("links").findValuesAsText("rel"))
                .containsExactly("self", "first", "last");
    }

    @Test
    void answersAnEmptyPageAfterTheLast() {
        assertThat(titles("?currentPage=9")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "currentPage=x",
                "currentPage=1&currentPage=2",
                "pageSize=",
                "sortBy=size",
                "sortOrder=up",
                "page=1",
                "titel=Bees",
                "tags=a",
                "title%5B%5D=Bees",
                "metadata=a",
                "title=a&title=b"
            })
    void refusesAWrongQuery(String query) {
        String name = query.substring(0, query.indexOf('=')).replace("%5B%5D", "[]");
        assertProblem(client.get("/videos?" + query), 400, "invalid-query-parameter", name);
    }

    @ParameterizedTest
    @CsvSource({
        "currentPage=0, page, 1, ",
        "currentPage=-1, page, 1, ",
        "pageSize=9, pageSize, 10, 100",
        "pageSize=101, pageSize, 10, 100"
    })
    void refusesAPageOutOfItsRange(String query, String name, int min, Integer max) {
        Client.Answer refused = client.get("/videos?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().has("type")).isFalse();
        assertThat(refused.text("title")).isEqualTo("This parameter is out of the allowed range of values.");
        assertThat(refused.text("name")).isEqualTo(name);
        assertThat(refused.body().path("range").path("min").asInt()).isEqualTo(min);
        assertThat(refused.body().path("range").has("max")).isEqualTo(max != null);
        assertThat(refused.body().path("problems").path(0).path("range"))
                .isEqualTo(refused.body().path("range"));
        assertThat(refused.body().path("problems").path(0).has("type")).isFalse();
    }

    @Test
    void listsBothProblemsOfAPage() {
        assertThat(client.get("/videos?currentPage=0&pageSize=1")
                        .body()
                        .path("problems")
                        .findValuesAsText("name"))
                .containsExactly("page", "pageSize");
    }

    @Test
    void allowsSmallerPagesByASwitch() throws IOException {
        client = fixture.restart(settings -> settings.smallestPageSize(1)).client();
        client.create("a");
        client.create("b");

        assertThat(titles("?pageSize=1")).hasSize(1);
        assertThat(client.get("/videos?pageSize=0")
                        .body()
                        .path("range")
                        .path("min")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesAQueryWhereNoneIsKnown() {
        String path = "/videos/" + client.create("t");
        assertProblem(client.get(path + "?a=b"), 400, "invalid-query-parameter", "a");
        assertProblem(client.get(path + "/status?a=b"), 400, "invalid-query-parameter", "a");
        assertProblem(client.delete(path + "?a=b"), 400, "invalid-query-parameter", "a");
        assertProblem(client.get("/upload-tokens?title=b"), 400, "invalid-query-parameter", "title");
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
