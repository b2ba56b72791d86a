// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.event;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.net.URI;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.IdempotentRepository;

/** An application that receives events: a Camel context with an HTTP server. Its creator closes it. */
final class Node implements AutoCloseable {

    /** Work on an event, in the route of a node. */
    interface Step {
        void work(Node node, Exchange exchange) throws Exception;
    }

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServer server;
    private volatile boolean dead;

    /**
     * Begins to receive events.
     *
     * @param repository its memory of events; gives null for its own memory
     * @param step runs for each event, in the route
     */
    Node(
            ApiVideoSimulator service,
            String options,
            Function<Node, IdempotentRepository> repository,
            Step step,
            Ledger ledger)
            throws Exception {
        VertxPlatformHttpServerConfiguration settings = new VertxPlatformHttpServerConfiguration();
        settings.setBindHost("127.0.0.1");
        settings.setBindPort(0);
        server = new VertxPlatformHttpServer(settings);
        context.addService(server);
        ApiVideoConfiguration account =
                context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
        account.setBaseUri(service.baseUri().toString());
        account.setApiKey(service.apiKey());
        account.setIdempotentRepository(repository.apply(this));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("apivideo:events?webhookRegistration=reuse&" + options)
                        .routeId("events")
                        .process(exchange -> step.work(Node.this, exchange))
                        .filter(exchange -> !dead)
                        .process(ledger::enter);
            }
        });
        context.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/apivideo/events");
    }

    DefaultCamelContext context() {
        return context;
    }

    /** From now on nothing that this node does has an effect, as if its process was killed. */
    void die() {
        dead = true;
    }

    boolean isDead() {
        return dead;
    }

    @Override
    public void close() {
        context.stop();
    }
}
