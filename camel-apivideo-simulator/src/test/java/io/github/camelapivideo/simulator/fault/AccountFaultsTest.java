// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of the account: deleted containers, expired tokens, too many requests. */
class AccountFaultsTest {

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String videoId = client.create("account");

    private void next(RequestKind kind, Fault fault) {
        simulator.faults().on(kind).times(1).then(fault);
    }

    @Test
    void deletesTheContainerOfAnUpload() {
        next(RequestKind.SOURCE, Fault.deleteContainer());

        assertProblem(client.whole(videoId, TestBytes.some(10)), 404, "resource-not-found");
        assertProblem(client.get("/videos/" + videoId), 404, "resource-not-found");

        assertThat(simulator.videos()).isEmpty();
        assertThat(simulator.deletedVideoIds()).isEmpty();
        assertThat(client.whole(client.create("again"), TestBytes.some(10)).status())
                .isEqualTo(201);
    }

    @Test
    void deletesTheContainerOfADelegatedUpload() {
        String upload = "/upload?token=" + simulator.createUploadToken(Duration.ZERO);
        byte[] part = TestBytes.some(TestBytes.SMALLEST);
        simulator.faults().on(RequestKind.DELEGATED).then(Fault.deleteContainer());

        Client.Answer first = client.upload(upload, "part 1/*", MultipartForm.video(part));
        assertThat(first.status()).isEqualTo(201);
        MultipartForm second = MultipartForm.video(part).text("videoId", first.text("videoId"));
        assertProblem(client.upload(upload, "part 2/2", second), 404, "resource-not-found");
    }

    @Test
    void deletesNothingForARequestWithoutAContainer() {
        simulator.faults().on(RequestKind.LIST).then(Fault.deleteContainer());
        simulator.faults().on(RequestKind.CREATE).then(Fault.deleteContainer());

        assertThat(client.get("/videos").status()).isEqualTo(200);
        assertThat(client.create("t")).isNotBlank();
        assertThat(simulator.videos()).hasSize(2);
    }

    @Test
    void expiresTokensDuringAnUpload() {
        String login = "{\"apiKey\":\"" + simulator.apiKey() + "\"}";
        String token = client.post("/auth/api-key", login).text("access_token");
        Client bearer = Client.of(simulator, "Bearer " + token);
        assertThat(bearer.get("/videos/" + videoId).status()).isEqualTo(200);
        next(RequestKind.SOURCE, Fault.expireTokens());

        assertProblem(bearer.whole(videoId, TestBytes.some(10)), 401, "authentication-invalid-access-token");

        assertThat(simulator.video(videoId).orElseThrow().complete()).isFalse();
        assertThat(bearer.get("/videos/" + videoId).status()).isEqualTo(401);
        assertThat(client.whole(videoId, TestBytes.some(10)).status()).isEqualTo(201);
    }

    @Test
    void refusesTooManyRequestsAsTheServiceDoes() {
        next(RequestKind.GET, Fault.tooManyRequests(Duration.ofMillis(1001)));

        Client.Answer refused = client.get("/videos/" + videoId);

        assertProblem(refused, 429, "too-many-requests");
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("500");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("X-RateLimit-Retry-After")).isEqualTo("2");
        assertThat(client.get("/videos/" + videoId).status()).isEqualTo(200);
    }

    @Test
    void refusesTooManyRequestsWithoutRateLimitHeaders() {
        next(RequestKind.SOURCE, Fault.tooManyRequests());

        Client.Answer refused = client.whole(videoId, TestBytes.some(10));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.http().body()).isEmpty();
        assertThat(refused.http().headers().map().keySet())
                .noneMatch(name -> name.toLowerCase().contains("ratelimit"))
                .noneMatch(name -> name.toLowerCase().contains("retry"));
    }
}
