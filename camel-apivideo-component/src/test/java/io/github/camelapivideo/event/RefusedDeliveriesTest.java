// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.event.EventFixture.Webhook;
import io.github.camelapivideo.simulator.webhook.Disturbance;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no event of the account never reaches the route. */
class RefusedDeliveriesTest {

    private static final String OWN_SECRET = "webhookSecret=" + EventFixture.SECRET;
    private static final String BODY = "{\"type\":\"video.renamed\"}";

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    @Test
    void aDeliveryThatAnotherSecretHasSignedIsRefusedEachTime() throws Exception {
        Webhook webhook = fixture.createWebhook();
        MockEndpoint events = fixture.receive("webhookSecret=" + webhook.secret());
        fixture.service().webhooks().disturb(1, Disturbance.signedBadly());

        fixture.emitQuality("vi1", "240p");

        await().until(() -> fixture.answers().equals(List.of(403, 403, 403, 403)));
        assertThat(events.getExchanges()).isEmpty();
    }

    @Test
    void theRefusalOfAForgedDeliveryTellsNothing() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);

        for (String signature : List.of(EventFixture.signature(BODY, "other"), "", "x", "0".repeat(64))) {
            HttpResponse<String> answer = fixture.deliver(BODY, "X-Api-Video-Signature", signature);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(fixture.deliver(BODY).statusCode()).isEqualTo(403);
        assertThat(events.getExchanges()).isEmpty();
    }

    @Test
    void aSignatureOfOtherBytesIsRefused() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);
        String signature = EventFixture.signature(BODY, EventFixture.SECRET);

        assertThat(fixture.deliver(BODY + "\n", "X-Api-Video-Signature", signature)
                        .statusCode())
                .isEqualTo(403);
        assertThat(fixture.deliver("", "X-Api-Video-Signature", signature).statusCode())
                .isEqualTo(403);
        assertThat(events.getExchanges()).isEmpty();
    }

    @Test
    void aLargerBodyIsRefusedBeforeItIsVerified() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET + "&webhookMaxPayloadSize=1KiB");
        String fits = EventFixture.event("video.renamed", Map.of("a", "x".repeat(1024 - 31)));
        String larger = EventFixture.event("video.renamed", Map.of("a", "x".repeat(1024 - 30)));

        assertThat(fits).hasSize(1024);
        assertThat(fixture.deliverSigned(fits)).isEqualTo(202);
        assertThat(larger).hasSize(1025);
        assertThat(fixture.deliverSigned(larger)).isEqualTo(413);
        assertThat(events.getExchanges()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "{", "{}", "{\"type\":7}", "{\"type\":\"\"}"})
    void whatIsSignedAndNoEventIsRefused(String body) throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);

        assertThat(fixture.deliverSigned(body)).isEqualTo(400);
        assertThat(events.getExchanges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void onlyPostIsAnswered(String method) throws Exception {
        fixture.receive(OWN_SECRET);
        HttpRequest request = HttpRequest.newBuilder(URI.create(fixture.url()))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void bothSecretsAreValidWhileOneReplacesTheOther() throws Exception {
        MockEndpoint events = fixture.receive("webhookSecret=old,new");

        for (String secret : List.of("old", "new")) {
            String body = EventFixture.event("video.renamed", Map.of("by", secret));
            assertThat(fixture.deliver(body, "X-Api-Video-Signature", EventFixture.signature(body, secret))
                            .statusCode())
                    .isEqualTo(202);
        }
        assertThat(fixture.deliver(BODY, "X-Api-Video-Signature", EventFixture.signature(BODY, "old,new"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(events.getExchanges()).hasSize(2);
    }
}
