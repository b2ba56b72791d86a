// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.api.account.Webhook;
import io.github.camelapivideo.simulator.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.support.DefaultConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Readiness tells whether a route can receive events. */
class EventHealthTest {

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    @BeforeEach
    void check() {
        checkConsumers(fixture.context());
    }

    private static void checkConsumers(CamelContext context) {
        DefaultHealthCheckRegistry registry = new DefaultHealthCheckRegistry();
        registry.setCamelContext(context);
        HealthCheckRepository consumers = (HealthCheckRepository) registry.resolveById("consumers");
        consumers.setEnabled(true);
        registry.register(consumers);
        context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
    }

    private HealthCheck.Result health() {
        return HealthCheckHelper.invokeReadiness(fixture.context()).stream()
                .filter(result -> result.getCheck().getId().equals("consumer:events"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRouteThatListensIsUpAndTellsWhatItHasReceived() throws Exception {
        fixture.receive("webhookSecret=" + EventFixture.SECRET, exchange -> {
            if (exchange.getMessage().getHeader("CamelApiVideoId", "").equals("viBad")) {
                throw new IllegalArgumentException("bad");
            }
        });
        assertThat(health().getState()).isEqualTo(State.UP);
        assertThat(health().getDetails()).doesNotContainKey("events.latest");

        fixture.deliverSigned(EventFixture.event(EventFixture.QUALITY_COMPLETED, Map.of("videoId", "viGood")));
        fixture.deliverSigned(EventFixture.event(EventFixture.QUALITY_COMPLETED, Map.of("videoId", "viBad")));
        fixture.deliver("{\"type\":\"a.b\"}", "X-Api-Video-Signature", "forged");
        fixture.deliverSigned("no JSON");

        HealthCheck.Result health = health();
        assertThat(health.getState()).isEqualTo(State.UP);
        assertThat(health.getDetails())
                .containsEntry("events.accepted", 1L)
                .containsEntry("events.failed", 1L)
                .containsEntry("events.postponed", 0L)
                .containsEntry("events.refused", 2L)
                .containsKey("events.latest");
        assertThat(health.getDetails().toString()).doesNotContain(EventFixture.SECRET);
    }

    @Test
    void aRouteWhoseWebhookExistsIsUpAndAsksSeldom() throws Exception {
        fixture.receive(registration());
        await().until(() -> health().getState() == State.UP);
        for (int probe = 0; probe < 10; probe++) {
            assertThat(health().getState()).isEqualTo(State.UP);
        }
        assertThat(webhooksRead()).isEqualTo(1);
    }

    @Test
    void aRouteWhoseWebhookIsGoneIsDown() throws Exception {
        fixture.receive(registration());
        fixture.deleteWebhook(new EventFixture.Webhook(webhookIds().get(0), ""));

        await().untilAsserted(() -> {
            HealthCheck.Result down = health();
            assertThat(down.getState()).isEqualTo(State.DOWN);
            assertThat(down.getMessage())
                    .hasValueSatisfying(text -> assertThat(text).contains("404"));
            assertThat(down.getDetails()).containsEntry("service.status.code", 404);
        });
    }

    @Test
    void anAccountThatIsSilentAboutTheWebhookIsReported() throws Exception {
        fixture.receive(registration());
        CountDownLatch end = new CountDownLatch(1);
        fixture.service().faults().on("GET", "/webhooks/{webhookId}").then(Fault.hold(end));
        for (int probe = 0; probe < 3; probe++) {
            HealthCheck.Result down = health();
            assertThat(down.getState()).isEqualTo(State.DOWN);
            assertThat(down.getMessage())
                    .hasValueSatisfying(text -> assertThat(text).contains("The account has not answered for"));
        }
        await().until(() -> fixture.service().faults().injected() == 1);
        end.countDown();
        await().until(() -> health().getState() == State.UP);
    }

    @Test
    void aRouteWithoutItsWebhookIsDownAndItsConsumerTellsWhy() throws Exception {
        fixture.service().faults().on("POST", "/webhooks").then(Fault.problem(400, "webhook-limit-reached"));
        RestConsumerFactory server = (camel, processor, verb, path, template, consumes, produces, settings, options) ->
                new DefaultConsumer(camel.getEndpoint("mock:server"), processor);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            checkConsumers(context);
            context.getRegistry().bind("server", server);
            context.getRouteController().supervising();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("apivideo:events?httpServerComponent=server&webhookUrl=https://example.org/a"
                                    + "&webhookRegistration=reuse&maxRetries=0&baseUri="
                                    + fixture.service().baseUri() + "&apiKey="
                                    + fixture.service().apiKey())
                            .routeId("events")
                            .to("mock:events");
                }
            });
            context.start();
            await().until(() -> consumer(context).getState() == State.DOWN);

            assertThat(consumer(context).getMessage()).hasValueSatisfying(text -> assertThat(text)
                    .contains("The route has not started", "webhook-limit-reached")
                    .doesNotContain(fixture.service().apiKey()));
            assertThat(HealthCheckHelper.invokeReadiness(context))
                    .filteredOn(result -> result.getCheck().getId().equals("consumer:events"))
                    .singleElement()
                    .satisfies(result -> assertThat(result.getState()).isNotEqualTo(State.UP));
        }
    }

    private static HealthCheck.Result consumer(CamelContext context) {
        return ((HealthCheckAware) context.getRoute("events").getConsumer())
                .getHealthCheck()
                .call();
    }

    @Test
    void itIsSwitchedOffWithTheComponentsOption() throws Exception {
        fixture.context().getComponent("apivideo", ApiVideoComponent.class).setHealthCheckConsumerEnabled(false);
        fixture.receive(registration());

        assertThat(health().getState()).isEqualTo(State.UNKNOWN);
        assertThat(webhooksRead()).isZero();
    }

    private String registration() {
        return "webhookRegistration=reuse&webhookUrl=" + fixture.url();
    }

    @SuppressWarnings("unchecked")
    private List<String> webhookIds() {
        return ((List<Webhook>) fixture.apiVideo().template().requestBody("apivideo:listWebhooks", null, List.class))
                .stream().map(Webhook::webhookId).toList();
    }

    private long webhooksRead() {
        return fixture.service().requests().stream()
                .filter(request -> request.method().equals("GET"))
                .filter(request -> request.path().startsWith("/webhooks/"))
                .count();
    }
}
