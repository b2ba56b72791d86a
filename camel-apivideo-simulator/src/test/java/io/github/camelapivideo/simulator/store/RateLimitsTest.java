// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitsTest {

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(
            settings -> settings.clock(clock).rateLimits(RateLimits.of(2, 3, 1, Duration.ofSeconds(30))));

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();

    private static void assertHeaders(Client.Answer answer, int limit, int remaining, int retryAfter) {
        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo(String.valueOf(limit));
        assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(String.valueOf(remaining));
        assertThat(answer.header("X-RateLimit-Retry-After")).isEqualTo(String.valueOf(retryAfter));
    }

    @Test
    void countsDownThenRefusesUntilTheNextWindow() {
        assertHeaders(client.get("/videos"), 1, 0, 30);
        clock.advance(Duration.ofMillis(10_500));

        Client.Answer refused = client.get("/videos");
        assertProblem(refused, 429, "too-many-requests");
        assertHeaders(refused, 1, 0, 20);

        clock.advance(Duration.ofMillis(19_500));
        Client.Answer taken = client.get("/videos");
        assertThat(taken.status()).isEqualTo(200);
        assertHeaders(taken, 1, 0, 30);
    }

    @Test
    void limitsEachKindOfRequestByItself() {
        client.get("/videos");
        String videoId = client.create("t");

        assertHeaders(client.whole(videoId, TestBytes.some(5)), 2, 1, 30);
        assertHeaders(client.patch("/videos/" + videoId, "{}"), 3, 1, 30);
        assertThat(client.get("/videos/" + videoId).status()).isEqualTo(429);
    }

    @Test
    void countsASmallFileAgainstUploadsAndWrites() {
        String videoId = client.create("t");
        String path = "/videos/" + videoId + "/thumbnail";
        MultipartForm image = MultipartForm.form().file("file", "a.png", TestBytes.some(5));

        assertHeaders(client.upload(path, null, image), 3, 1, 30);
        assertHeaders(client.patch("/videos/" + videoId, "{}"), 3, 0, 30);
        assertProblem(client.upload(path, null, image), 429, "too-many-requests");

        assertHeaders(client.whole(videoId, TestBytes.some(5)), 2, 0, 30);
    }

    @Test
    void refusesWritesAboveTheirBudgetUntilTheNextWindow() {
        for (int i = 0; i < 3; i++) {
            assertThat(client.post("/videos", "{\"title\":\"t\"}").status()).isEqualTo(201);
        }
        assertProblem(client.post("/videos", "{\"title\":\"t\"}"), 429, "too-many-requests");
        assertThat(simulator.videos()).hasSize(3);

        clock.advance(Duration.ofSeconds(30));
        assertHeaders(client.post("/videos", "{\"title\":\"t\"}"), 3, 2, 30);
    }

    @Test
    void refusesAnUploadOnlyAfterItsBodyWasRead() {
        String videoId = client.create("t");
        client.whole(videoId, new byte[0]);
        client.whole(videoId, new byte[0]);

        assertProblem(client.whole(videoId, TestBytes.some(5)), 429, "too-many-requests");
        assertThat(simulator.requests(RequestKind.SOURCE).get(2).bodyBytes()).isEqualTo(5);
        assertThat(simulator.video(videoId).orElseThrow().complete()).isFalse();

        clock.advance(Duration.ofSeconds(30));
        assertThat(client.whole(videoId, TestBytes.some(5)).status()).isEqualTo(201);
    }

    @Test
    void sendsTheLimitsInEveryAnswer() {
        Client anonymous = Client.of(simulator, null);

        assertHeaders(anonymous.get("/videos"), 1, 0, 30);
        assertHeaders(anonymous.post("/auth/api-key", "{"), 3, 2, 30);
        assertHeaders(anonymous.get("/nothing"), 1, 0, 30);
    }

    @Test
    void doesNotLimitDelivery() {
        String videoId = client.create("t");
        client.whole(videoId, TestBytes.some(5));
        for (int i = 0; i < 3; i++) {
            assertThat(client.get("/vod/" + videoId).status()).isEqualTo(200);
        }
    }

    @Test
    void refusesNothingByDefault() throws IOException {
        try (ApiVideoSimulator unlimited = ApiVideoSimulator.builder().start()) {
            Client.Answer last = null;
            for (int i = 0; i <= 500; i++) {
                last = Client.of(unlimited).get("/videos");
            }
            assertThat(last.status()).isEqualTo(200);
            assertThat(last.header("X-RateLimit-Limit")).isEqualTo("500");
            assertThat(last.header("X-RateLimit-Remaining")).isEqualTo("500");
            assertThat(last.header("X-RateLimit-Retry-After")).isNotNull();
        }
    }

    @Test
    void offersTheLimitsOfTheEnvironments() {
        assertThat(RateLimits.sandbox()).isEqualTo(new RateLimits(40, 40, 100, Duration.ofMinutes(1), true));
        assertThat(RateLimits.production()).isEqualTo(new RateLimits(100, 200, 500, Duration.ofMinutes(1), true));
        assertThatThrownBy(() -> RateLimits.of(1, 1, 1, Duration.ZERO)).hasMessageContaining("window");
        assertThatThrownBy(() -> RateLimits.of(-1, 1, 1)).hasMessageContaining("uploads=-1");
    }
}
