// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.webhook.Disturbance;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A route of a Spring Boot application receives events through the HTTP server of the application. */
@ExtendWith(OutputCaptureExtension.class)
class EventsTest {

    private static final String SECRET = "sig_sec_ofTheProperties";
    private static final String OWN_SECRET = "camel.component.apivideo.webhook-secret=" + SECRET;
    private static final String OWNED = "apivideo:events?webhookRegistration=owned"
            + "&webhookUrl=http://localhost:{{local.server.port}}/apivideo/events";
    private static final String NOT_ASCII = "Été à 東京";

    @RegisterExtension
    final EventApplication application = new EventApplication();

    @Test
    void receivesTheEventsOfTheWebhookThatItRegisters() throws Exception {
        MockEndpoint received = application.start(OWNED);
        received.expectedMessageCount(1);

        application.emit(Map.of("videoId", "vi1", "title", NOT_ASCII));

        received.assertIsSatisfied();
        await().until(() -> application.answers().equals(List.of(202)));
        String sent = application.simulator().webhooks().deliveries().get(0).body();
        assertThat(sent).contains(NOT_ASCII);
        assertThat(received.getExchanges().get(0).getMessage().getBody(String.class))
                .isEqualTo(sent);
    }

    @Test
    void noHeaderOfTheRequestReachesTheRoute() throws Exception {
        MockEndpoint received = application.start(OWNED);
        received.expectedMessageCount(1);

        application.emit(Map.of("videoId", "vi1"));

        received.assertIsSatisfied();
        assertThat(received.getExchanges().get(0).getMessage().getHeaders())
                .containsOnlyKeys(
                        ApiVideoConstants.EVENT_TYPE,
                        ApiVideoConstants.EVENT_TIME,
                        ApiVideoConstants.VIDEO_ID,
                        ApiVideoConstants.WEBHOOK_ID,
                        Exchange.MESSAGE_TIMESTAMP);
    }

    @Test
    void aDeliveryWithAWrongSignatureIsAnsweredWith403() {
        MockEndpoint received = application.start(OWNED);
        application.simulator().webhooks().disturb(1, Disturbance.signedBadly());

        application.emit(Map.of("videoId", "vi1"));

        await().until(() -> application.answers().equals(List.of(403, 403, 403, 403)));
        assertThat(received.getExchanges()).isEmpty();
    }

    @Test
    void aDeliveryOverTheLimitIsAnsweredWith413() {
        MockEndpoint received = application.start(OWNED + "&webhookMaxPayloadSize=1KiB");

        application.emit(Map.of("videoId", "vi1", "title", "x".repeat(1024)));

        await().until(() -> application.answers().equals(List.of(413, 413, 413, 413)));
        assertThat(received.getExchanges()).isEmpty();
    }

    @Test
    void theWebhookIsDeletedWhenTheApplicationStops() {
        application.start(OWNED);
        assertThat(application.simulator().webhooks().areHeard()).isTrue();

        application.stop();

        assertThat(application.simulator().webhooks().areHeard()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json; charset=ISO-8859-1",
                "text/plain",
                "application/octet-stream"
            })
    void noFilterChangesTheBytesThatAreSigned(String contentType) throws Exception {
        MockEndpoint received = application.start("apivideo:events", OWN_SECRET);
        String body = "{ \"type\": \"video.renamed\", \"title\": \"" + NOT_ASCII + "\" }";

        assertThat(deliver(body, contentType, SECRET)).isEqualTo(202);
        assertThat(deliver(body, contentType, "another")).isEqualTo(403);

        assertThat(received.getExchanges()).hasSize(1);
        assertThat(received.getExchanges().get(0).getMessage().getBody(String.class))
                .isEqualTo(body);
    }

    @Test
    void noSecretIsLogged(CapturedOutput output) throws Exception {
        application.start(
                "apivideo:events",
                OWN_SECRET,
                "logging.level.root=DEBUG",
                "logging.level.io.github.camelapivideo=TRACE");

        deliver("{\"type\":\"video.renamed\"}", "application/json", SECRET);
        deliver("{\"type\":\"video.renamed\"}", "application/json", "another");
        application.stop();

        assertThat(output).contains("apivideo://events").doesNotContain(SECRET);
    }

    private int deliver(String body, String contentType, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(application.uri("/apivideo/events"))
                .header("Content-Type", contentType)
                .header("X-Api-Video-Signature", HexFormat.of().formatHex(mac.doFinal(bytes)))
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
