// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTokensTest {

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(settings -> settings.clock(clock));

    private final Client client = fixture.client();

    private String create(int ttl) {
        String token = client.post("/upload-tokens", "{\"ttl\":" + ttl + "}").text("token");
        clock.advance(Duration.ofSeconds(1));
        return token;
    }

    private List<String> listed(String query) {
        return client.get("/upload-tokens" + query).body().path("data").findValuesAsText("token");
    }

    @Test
    void listsTheYoungestFirstAndSortsByTheQuery() {
        String day = create(86_400);
        String hour = create(3_600);
        String week = create(604_800);

        assertThat(listed("")).containsExactly(week, hour, day);
        assertThat(listed("?sortBy=createdAt&sortOrder=asc")).containsExactly(day, hour, week);
        assertThat(listed("?sortBy=ttl")).containsExactly(week, day, hour);
        assertThat(listed("?sortBy=ttl&sortOrder=asc&pageSize=10")).containsExactly(hour, day, week);
    }

    @Test
    void doesNotKnowATokenThatHasExpired() {
        String token = create(10);
        clock.advance(Duration.ofSeconds(10));

        assertThat(listed("")).isEmpty();
        assertProblem(client.get("/upload-tokens/" + token), 404, "resource-not-found", "uploadToken");
        assertProblem(client.delete("/upload-tokens/" + token), 404, "resource-not-found", "uploadToken");
    }

    @Test
    void refusesAnAttributeThatATokenDoesNotHave() {
        assertProblem(client.post("/upload-tokens", "{\"life\":5}"), 400, "invalid-attribute", "life");
        assertProblem(client.post("/upload-tokens", "{\"ttl\":null}"), 400, "invalid-attribute", "ttl");
        assertThat(listed("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=1", "ttl=5", "sortBy=token", "sortOrder=up"})
    void refusesAQueryThatTheListDoesNotHave(String query) {
        assertProblem(
                client.get("/upload-tokens?" + query),
                400,
                "invalid-query-parameter",
                query.substring(0, query.indexOf('=')));
    }
}
