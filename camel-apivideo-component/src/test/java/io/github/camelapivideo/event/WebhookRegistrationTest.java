// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.api.account.Webhook;
import io.github.camelapivideo.simulator.fault.Fault;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.support.DefaultConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A route registers its URL with the account, once. */
class WebhookRegistrationTest {

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    @ParameterizedTest
    @ValueSource(strings = {"reuse", "owned"})
    void aRouteCreatesItsWebhookAndVerifiesByItsSecret(String mode) throws Exception {
        MockEndpoint events = fixture.receive(registration(mode));

        fixture.emitQuality("vi1", "240p");

        await().until(() -> fixture.answers().equals(List.of(202)));
        assertThat(events.getExchanges()).hasSize(1);
        assertThat(webhooks()).singleElement().satisfies(webhook -> {
            assertThat(webhook.url()).isEqualTo(fixture.url());
            assertThat(webhook.events()).hasSize(6);
        });
    }

    @Test
    void aReusedWebhookStaysAndIsFoundAgain() throws Exception {
        fixture.receive(registration("reuse"));
        List<Webhook> before = webhooks();

        fixture.context().getRouteController().stopRoute("events");
        assertThat(webhooks()).isEqualTo(before);
        fixture.context().getRouteController().startRoute("events");

        assertThat(webhooks()).isEqualTo(before);
    }

    @Test
    void anOwnedWebhookGoesWithTheRoute() throws Exception {
        fixture.receive(registration("owned"));

        fixture.context().getRouteController().stopRoute("events");

        assertThat(webhooks()).isEmpty();
    }

    @Test
    void aWebhookWithOtherEventsIsAnother() throws Exception {
        EventFixture.Webhook other = fixture.createWebhook();

        fixture.receive(registration("reuse") + "&events=video.caption.generated");

        assertThat(webhooks()).hasSize(2).anySatisfy(webhook -> {
            assertThat(webhook.webhookId()).isNotEqualTo(other.webhookId());
            assertThat(webhook.events()).containsExactly("video.caption.generated");
        });
    }

    @Test
    void allWebhooksOfTheRouteAreHeardWhileOneReplacesTheOther() throws Exception {
        List<String> own = List.of("video.encoding.quality.completed");
        EventFixture.Webhook old = fixture.createWebhook(own);
        fixture.createWebhook(own);
        MockEndpoint events = fixture.receive(registration("reuse") + "&events=video.encoding.quality.completed");

        fixture.emitQuality("vi1", "240p");
        await().until(() -> accepted() == 2);
        fixture.deleteWebhook(old);
        fixture.emitQuality("vi2", "240p");
        await().until(() -> accepted() == 3);

        assertThat(events.getExchanges()).hasSize(2);
    }

    @Test
    void aForgedWebhookCostsNoRequest() throws Exception {
        MockEndpoint events = fixture.receive(registration("reuse"));
        String body = "{\"type\":\"video.renamed\"}";
        int requests = fixture.service().requests().size();

        for (int number = 0; number < 5; number++) {
            assertThat(fixture.deliver(
                                    body,
                                    "X-Api-Video-Signature",
                                    EventFixture.signature(body, "x"),
                                    "X-Api-Video-WebhookID",
                                    "webhook_forged" + number)
                            .statusCode())
                    .isEqualTo(403);
        }

        assertThat(fixture.service().requests()).hasSize(requests);
        assertThat(events.getExchanges()).isEmpty();
    }

    @Test
    void anotherWebhookOfTheAccountIsForged() throws Exception {
        EventFixture.Webhook other = fixture.createWebhook(List.of("video.caption.generated"));
        fixture.receive(registration("reuse"));
        String body = "{\"type\":\"video.renamed\"}";

        assertThat(fixture.deliver(
                                body,
                                "X-Api-Video-Signature",
                                EventFixture.signature(body, other.secret()),
                                "X-Api-Video-WebhookID",
                                other.webhookId())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aLostAnswerLeavesOneWebhook() throws Exception {
        fixture.service().faults().on("POST", "/webhooks").times(1).then(Fault.loseAnswer());

        fixture.receive(registration("reuse"));

        assertThat(webhooks()).hasSize(1);
    }

    @Test
    void aSecretThatTheAnswerLacksIsRead() throws Exception {
        fixture.service().faults().on("POST", "/webhooks").times(1).then(Fault.leaveOutOfAnswer("/signatureSecret"));
        MockEndpoint events = fixture.receive(registration("reuse"));

        fixture.emitQuality("vi1", "240p");

        await().until(() -> fixture.answers().equals(List.of(202)));
        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void aRouteWhoseWebhookIsRefusedDoesNotStart() {
        fixture.service().faults().on("POST", "/webhooks").times(1).then(Fault.problem(400, "webhook-limit-reached"));

        assertThatThrownBy(() -> fixture.receive(registration("reuse")))
                .hasStackTraceContaining("The webhook of the route cannot be registered: ")
                .hasStackTraceContaining("webhook-limit-reached");
    }

    @Test
    void processesThatStartAtTheSameTimeLeaveOneWebhook() throws Exception {
        String uri = "apivideo:events?httpServerComponent=server&webhookUrl=https://example.org/a&webhookRegistration="
                + "reuse&baseUri=" + fixture.service().baseUri() + "&apiKey="
                + fixture.service().apiKey();
        try (DefaultCamelContext one = process(uri);
                DefaultCamelContext two = process(uri);
                DefaultCamelContext three = process(uri)) {
            CompletableFuture<?>[] starts = List.of(one, two, three).stream()
                    .map(process -> CompletableFuture.runAsync(process::start))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(starts).join();

            assertThat(webhooks()).hasSize(1);
        }
    }

    private static DefaultCamelContext process(String uri) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        RestConsumerFactory server = (camel, processor, verb, path, template, consumes, produces, settings, options) ->
                new DefaultConsumer(camel.getEndpoint("mock:server"), processor);
        context.getRegistry().bind("server", server);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).to("mock:events");
            }
        });
        return context;
    }

    private String registration(String mode) {
        return "webhookRegistration=" + mode + "&webhookUrl=" + fixture.url();
    }

    private long accepted() {
        return fixture.answers().stream().filter(answer -> answer == 202).count();
    }

    @SuppressWarnings("unchecked")
    private List<Webhook> webhooks() {
        return fixture.apiVideo().template().requestBody("apivideo:listWebhooks", null, List.class);
    }
}
