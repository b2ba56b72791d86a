// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.event.EventFixture.Webhook;
import io.github.camelapivideo.support.TracedLog;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventSourceKameletTest {

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    @RegisterExtension
    final TracedLog log = new TracedLog();

    @BeforeEach
    void leaveProperties() {
        // With TRACE, it logs the value of each property of an application.
        log.leave(logger -> logger.startsWith("org.apache.camel.component.properties"));
    }

    @Test
    void aSignedEventReachesTheRouteAsJsonWithItsHeaders() throws Exception {
        Webhook webhook = fixture.createWebhook();
        MockEndpoint events = receive(Map.of("webhookSecret", webhook.secret(), "qualities", "720p"));

        fixture.emitQuality("vi1", "240p");
        fixture.emitQuality("vi1", "720p");

        Awaitility.await().until(() -> events.getReceivedCounter() == 1);
        Exchange event = events.getExchanges().get(0);
        assertThat(event.getMessage().getBody())
                .isInstanceOf(String.class)
                .asString()
                .contains("\"videoId\":\"vi1\"");
        assertThat(event.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.VIDEO_ID, "vi1")
                .containsEntry(ApiVideoConstants.QUALITY, "720p");
        assertThat(fixture.answers()).containsOnly(202);
        assertNotLogged(webhook.secret());
    }

    @Test
    void registersItsWebhookAndUnregistersIt() throws Exception {
        String url = fixture.url() + "?a=b&c=100%25+1";
        MockEndpoint events = receive(Map.of(
                "apiKey",
                fixture.service().apiKey(),
                "baseUri",
                fixture.service().baseUri().toString(),
                "webhookRegistration",
                "owned",
                "webhookUrl",
                url));

        fixture.emitQuality("vi1", "240p");

        Awaitility.await().until(() -> events.getReceivedCounter() == 1);
        assertThat(fixture.service().webhooks().deliveries())
                .isNotEmpty()
                .allSatisfy(delivery -> assertThat(delivery.url()).isEqualTo(url));
        assertNotLogged(fixture.service().apiKey());
    }

    @Test
    void remembersEventsInARepositoryOfTheRegistry() throws Exception {
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        fixture.context().getRegistry().bind("seen", repository);
        MockEndpoint events = receive(
                Map.of("webhookSecret", fixture.createWebhook().secret(), "idempotentRepository", "#bean:seen"));

        fixture.emitQuality("vi1", "240p");

        Awaitility.await().until(() -> events.getReceivedCounter() == 1);
        Awaitility.await().until(() -> repository.getCacheSize() > 0);
    }

    private void assertNotLogged(String secret) {
        assertThat(log.lines()).isNotEmpty().noneSatisfy(line -> assertThat(line)
                .contains(secret));
    }

    private MockEndpoint receive(Map<String, String> properties) throws Exception {
        Properties all = new Properties();
        properties.forEach((name, value) -> all.put("camel.kamelet.apivideo-event-source." + name, value));
        fixture.context().getPropertiesComponent().setOverrideProperties(all);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:apivideo-event-source").to("mock:events");
            }
        });
        return fixture.context().getEndpoint("mock:events", MockEndpoint.class);
    }
}
