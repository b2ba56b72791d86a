// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthenticationTest {

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(
            settings -> settings.apiKey("secret").clock(clock).tokenLifetime(Duration.ofSeconds(90)));

    private final ApiVideoSimulator simulator = fixture.simulator();

    private Client.Answer login(String json) {
        return Client.of(simulator, null).post("/auth/api-key", json);
    }

    private Client.Answer refresh(String token) {
        return Client.of(simulator, null).post("/auth/refresh", "{\"refreshToken\":\"" + token + "\"}");
    }

    private Client.Answer listWith(String authorization) {
        return Client.of(simulator, authorization).get("/videos");
    }

    private Client.Answer listWithToken(Client.Answer login) {
        return listWith("Bearer " + login.text("access_token"));
    }

    @Test
    void issuesATokenForTheKey() {
        Client.Answer login = login("{\"apiKey\":\"secret\"}");

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.text("token_type")).isEqualTo("Bearer");
        assertThat(login.body().path("expires_in").asInt()).isEqualTo(90);
        assertThat(listWithToken(login).status()).isEqualTo(200);
        assertThat(simulator.tokensIssued()).isEqualTo(1);
    }

    @Test
    void refusesAWrongKeyAsTheApiDescriptionSays() {
        assertProblem(login("{\"apiKey\":\"wrong\"}"), 400, "authentication-invalid-user-credentials");
    }

    @Test
    void refusesAWrongKeyWithTheConfiguredStatus() throws IOException {
        try (ApiVideoSimulator other =
                ApiVideoSimulator.builder().wrongKeyStatus(401).start()) {
            assertProblem(
                    Client.of(other, null).post("/auth/api-key", "{\"apiKey\":\"wrong\"}"),
                    401,
                    "authentication-invalid-user-credentials");
        }
    }

    @Test
    void refusesALoginWithoutAKey() {
        assertProblem(login("{}"), 400, "attribute-required", "apiKey");
    }

    @Test
    void refusesALoginThatIsNotJson() {
        assertProblem(login("apiKey=secret"), 400, "invalid-payload");
    }

    @Test
    void acceptsTheKeyAsUserNameOnEveryRoute() {
        assertThat(listWith(Client.basic("secret:")).status()).isEqualTo(200);
    }

    static Stream<String[]> wrongHeaders() {
        return Stream.of(
                new String[] {null, "authentication-missing-authorization-header"},
                new String[] {"Digest x", "authentication-invalid-authorization-header-value"},
                new String[] {"Bearer nonsense", "authentication-invalid-access-token"},
                new String[] {"Bearer", "authentication-invalid-access-token"},
                new String[] {Client.basic("wrong:"), "authentication-invalid-api-key"},
                new String[] {Client.basic("secret:password"), "authentication-invalid-api-key"});
    }

    @ParameterizedTest
    @MethodSource("wrongHeaders")
    void refusesWrongCredentials(String authorization, String slug) {
        assertProblem(listWith(authorization), 401, slug);
    }

    @Test
    void expiresATokenAfterItsLife() {
        Client.Answer login = login("{\"apiKey\":\"secret\"}");
        clock.advance(Duration.ofSeconds(89));
        assertThat(listWithToken(login).status()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));
        assertProblem(listWithToken(login), 401, "authentication-invalid-access-token");
    }

    @Test
    void refusesAnExpiredTokenOnlyAfterTheBodyWasRead() {
        String authorization = "Bearer " + login("{\"apiKey\":\"secret\"}").text("access_token");
        Client client = Client.of(simulator, authorization);
        String videoId = client.create("long");
        simulator.expireTokens();

        assertProblem(
                client.part(videoId, "part 1/*", TestBytes.some(TestBytes.SMALLEST)),
                401,
                "authentication-invalid-access-token");

        RecordedRequest refused = simulator.requests(RequestKind.SOURCE).get(0);
        assertThat(refused.bodyBytes()).isEqualTo(TestBytes.SMALLEST);
        assertThat(simulator.video(videoId).orElseThrow().parts()).isEmpty();
        client.get("/videos");
        assertThat(simulator.requests(RequestKind.LIST).get(0).connectionId()).isEqualTo(refused.connectionId());
    }

    @Test
    void issuesANewTokenForARefreshToken() {
        Client.Answer refreshed = refresh(login("{\"apiKey\":\"secret\"}").text("refresh_token"));

        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(listWithToken(refreshed).status()).isEqualTo(200);
        assertThat(simulator.tokensIssued()).isEqualTo(2);
    }

    @Test
    void acceptsARefreshTokenOnce() {
        String first = login("{\"apiKey\":\"secret\"}").text("refresh_token");
        String second = refresh(first).text("refresh_token");

        assertThat(second).isNotEqualTo(first);
        assertProblem(refresh(first), 400, "authentication-invalid-user-credentials");
        assertThat(refresh(second).status()).isEqualTo(200);
    }

    @Test
    void keepsRefreshTokensWhenAccessTokensAreExpired() {
        String refreshToken = login("{\"apiKey\":\"secret\"}").text("refresh_token");
        simulator.expireTokens();

        assertThat(refresh(refreshToken).status()).isEqualTo(200);
    }

    @Test
    void refusesASuspendedAccount() {
        simulator.suspendAccount(true);
        assertProblem(listWith(Client.basic("secret:")), 403, "authorization-suspended-account");
        assertProblem(listWithToken(login("{\"apiKey\":\"secret\"}")), 403, "authorization-suspended-account");

        simulator.suspendAccount(false);
        assertThat(listWith(Client.basic("secret:")).status()).isEqualTo(200);
    }
}
