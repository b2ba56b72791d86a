// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.WebhookDelivery;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service, and an application with the HTTP server of Spring Boot that receives from it. */
final class EventApplication implements BeforeEachCallback, AfterEachCallback {

    private ApiVideoSimulator simulator;
    private ConfigurableApplicationContext application;

    /** One route, whose URI is a property. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Routes {

        @Bean
        RouteBuilder route() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("{{route.from}}").routeId("received").to("mock:received");
                }
            };
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        simulator = ApiVideoSimulator.builder()
                .webhookRetryInterval(Duration.ofMillis(50))
                .start();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        stop();
        simulator.close();
    }

    /** Starts the application with a route from this URI, and returns where the route ends. */
    MockEndpoint start(String from, String... properties) {
        application = new SpringApplicationBuilder(Routes.class)
                .properties(Stream.concat(
                                Stream.of(
                                        "route.from=" + from,
                                        "server.port=0",
                                        "camel.component.apivideo.base-uri=" + simulator.baseUri(),
                                        "camel.component.apivideo.api-key=" + simulator.apiKey()),
                                Stream.of(properties))
                        .toArray(String[]::new))
                .run();
        return application.getBean(CamelContext.class).getEndpoint("mock:received", MockEndpoint.class);
    }

    void stop() {
        if (application != null) {
            application.close();
        }
    }

    ApiVideoSimulator simulator() {
        return simulator;
    }

    /** Returns the address of a path of the application. */
    URI uri(String path) {
        return URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path);
    }

    /** Returns the webhooks that the account has. */
    List<?> webhooks() {
        return application
                .getBean(CamelContext.class)
                .createProducerTemplate()
                .requestBody("apivideo:listWebhooks", null, List.class);
    }

    /** Creates a video with these options, and returns its identifier. */
    String create(String options) {
        return application
                .getBean(CamelContext.class)
                .createProducerTemplate()
                .request("apivideo:createVideo?" + options, exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    /** Emits an event that only the type {@code video.renamed} and these fields tell. */
    void emit(Map<String, ?> fields) {
        simulator.webhooks().emit("video.renamed", fields);
    }

    /** Returns the status of the answers to the deliveries so far. */
    List<Integer> answers() {
        return simulator.webhooks().deliveries().stream()
                .map(WebhookDelivery::status)
                .toList();
    }
}
