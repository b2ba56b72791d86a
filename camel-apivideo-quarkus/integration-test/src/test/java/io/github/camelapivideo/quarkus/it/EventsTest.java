// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.WebhookDelivery;
import io.github.camelapivideo.simulator.webhook.Disturbance;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.seda.SedaEndpoint;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Routes of a Quarkus application receive events through the HTTP server of the application. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class EventsTest {

    private static final String NOT_ASCII = "Été à 東京";
    private static final long WAIT_MILLIS = 20_000;

    @Inject
    CamelContext context;

    @Inject
    ConsumerTemplate routes;

    @ConfigProperty(name = "application.url")
    String url;

    ApiVideoSimulator simulator;

    @Test
    void receivesTheEventsOfTheWebhookThatItRegisters() {
        int before = deliveries().size();

        emit(Map.of("videoId", "vi1", "title", NOT_ASCII));

        Message received = receive("seda:owned");
        assertThat(statusesAfter(before, 1)).containsExactly(202);
        assertThat(received.getBody(String.class))
                .isEqualTo(deliveries().get(before).body())
                .contains(NOT_ASCII);
        assertThat(received.getHeaders())
                .containsEntry("CamelApiVideoId", "vi1")
                .containsKey("CamelCloudEventID")
                .containsEntry("CamelCloudEventType", "video.api.video.renamed")
                // The transformer sets it, from what the body is.
                .containsEntry("Content-Type", "application/json")
                .allSatisfy((name, value) ->
                        assertThat(name).matches("Camel(ApiVideo|CloudEvent|MessageTimestamp).*|Content-Type"));
    }

    @Test
    void aDeliveryWithAWrongSignatureIsAnsweredWith403() {
        int before = deliveries().size();
        simulator.webhooks().disturb(1, Disturbance.signedBadly());

        emit(Map.of("videoId", "viForged"));

        assertThat(statusesAfter(before, 4)).containsOnly(403);
        assertThat(queued("seda:owned")).isEmpty();
    }

    @Test
    void aDeliveryOverTheLimitIsAnsweredWith413() {
        int before = deliveries().size();

        emit(Map.of("videoId", "viLarge", "title", "x".repeat(1024)));

        assertThat(statusesAfter(before, 4)).containsOnly(413);
        assertThat(queued("seda:owned")).isEmpty();
    }

    @Test
    void theWebhookIsDeletedWhenItsRouteStops() throws Exception {
        assertThat(simulator.webhooks().areHeard()).isTrue();

        context.getRouteController().stopRoute("owned");
        assertThat(simulator.webhooks().areHeard()).isFalse();

        context.getRouteController().startRoute("owned");
        assertThat(simulator.webhooks().areHeard()).isTrue();
    }

    private void emit(Map<String, ?> fields) {
        simulator.webhooks().emit("video.renamed", fields);
    }

    private Message receive(String route) {
        Exchange exchange = routes.receive(route, WAIT_MILLIS);
        assertThat(exchange).as(route).isNotNull();
        return exchange.getMessage();
    }

    private List<Exchange> queued(String route) {
        return context.getEndpoint(route, SedaEndpoint.class).getExchanges();
    }

    private List<WebhookDelivery> deliveries() {
        return simulator.webhooks().deliveries();
    }

    /** Waits for so many more deliveries and returns the status of their answers. */
    private List<Integer> statusesAfter(int before, int more) {
        await().until(() -> deliveries().size() >= before + more);
        return deliveries().stream().skip(before).map(WebhookDelivery::status).toList();
    }
}
