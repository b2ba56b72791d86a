// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CrossOriginTest {

    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String PAGE = "https://page.example";

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(settings -> settings.crossOrigin(true));

    private Client.Answer ask() {
        return fixture.anonymous()
                .send(fixture.anonymous()
                        .request("/upload?token=t")
                        .header("Origin", PAGE)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-range,content-type")
                        .method("OPTIONS", BodyPublishers.noBody()));
    }

    @Test
    void letsAPageOfAnotherOriginAskFirst() {
        Client.Answer answer = ask();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header(ALLOWED)).isEqualTo(PAGE);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(answer.header("Access-Control-Allow-Headers")).containsIgnoringCase("content-range");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void letsAPageOfAnotherOriginReadTheAnswer() {
        Client client = fixture.client();

        Client.Answer answer = client.send(client.request("/videos").header("Origin", PAGE));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header(ALLOWED)).isEqualTo(PAGE);
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("X-RateLimit-Remaining");
        assertThat(client.get("/videos").status()).isEqualTo(200);
    }

    @Test
    void allowsNoOtherOriginByDefault() {
        Client client = fixture.restart(settings -> settings).client();

        assertThat(client.send(client.request("/videos").header("Origin", PAGE)).header(ALLOWED))
                .isNull();
        assertThat(ask().status()).isEqualTo(405);
    }
}
