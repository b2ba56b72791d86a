// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.dsl.ApiVideoEndpointBuilderFactory.AdvancedApiVideoEndpointBuilder;
import io.github.camelapivideo.dsl.ApiVideoEndpointBuilderFactory.ApiVideoBuilders;
import io.github.camelapivideo.dsl.ApiVideoEndpointBuilderFactory.ApiVideoEndpointBuilder;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Routes are declared with the typed builder. */
class EndpointDslTest {

    private static final class Routes extends EndpointRouteBuilder implements ApiVideoBuilders {
        private final ApiVideoSimulator simulator;

        Routes(ApiVideoSimulator simulator) {
            this.simulator = simulator;
        }

        @Override
        public void configure() {
            from(direct("upload"))
                    .to(apivideo("upload")
                            .apiKey(simulator.apiKey())
                            .title("${header.name}")
                            .publicVideo(false)
                            .partSize("5MiB")
                            .parallelism("2")
                            .advanced()
                            .baseUri(simulator.baseUri().toString()));
        }
    }

    @Test
    void aRouteThatIsDeclaredWithItUploads() throws Exception {
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start();
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new Routes(simulator));
            context.start();
            Video video = context.createProducerTemplate()
                    .requestBodyAndHeader("direct:upload", new byte[6 * 1024 * 1024], "name", "typed", Video.class);
            assertThat(video.title()).isEqualTo("typed");
            ReceivedVideo received = simulator.video(video.videoId()).orElseThrow();
            assertThat(received.complete()).isTrue();
            assertThat(received.creation()).containsEntry("public", false);
            assertThat(received.parts()).containsExactlyInAnyOrder(1, 2);
        }
    }

    private static final class Feeds extends EndpointRouteBuilder implements ApiVideoBuilders {
        private final ApiVideoSimulator simulator;

        Feeds(ApiVideoSimulator simulator) {
            this.simulator = simulator;
        }

        @Override
        public void configure() {
            from(apivideo("videos")
                            .apiKey(simulator.apiKey())
                            .since("beginning")
                            .initialDelay(0)
                            .delay(50)
                            .advanced()
                            .baseUri(simulator.baseUri().toString()))
                    .to(seda("videos"));

            // There is no HTTP server in this application.
            from(apivideo("events").webhookSecret("sig_sec_1").qualities("720p").acknowledge("received"))
                    .routeId("events")
                    .autoStartup(false)
                    .to(seda("events"));
        }
    }

    @Test
    void routesThatAreDeclaredWithItPollAndReceiveEvents() throws Exception {
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start();
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new Routes(simulator));
            context.addRoutes(new Feeds(simulator));
            context.start();

            Video uploaded = context.createProducerTemplate()
                    .requestBodyAndHeader("direct:upload", new byte[1024], "name", "typed", Video.class);

            Video polled = context.createConsumerTemplate().receiveBody("seda:videos", 20_000, Video.class);
            assertThat(polled.videoId()).isEqualTo(uploaded.videoId());
            assertThat(context.getRoute("events").getEndpoint().getEndpointUri())
                    .contains("apivideo://events", "qualities=720p", "acknowledge=received");
        }
    }

    @Test
    void thereIsAMethodForEveryOption() throws Exception {
        Set<String> methods = new HashSet<>();
        for (Class<?> type : new Class<?>[] {ApiVideoEndpointBuilder.class, AdvancedApiVideoEndpointBuilder.class}) {
            for (Method method : type.getMethods()) {
                methods.add(method.getName());
            }
        }
        JsonNode options;
        try (InputStream json = getClass().getResourceAsStream("/META-INF/io/github/camelapivideo/apivideo.json")) {
            options = new ObjectMapper().readTree(json).get("properties");
        }
        assertThat(options).hasSizeGreaterThan(30);
        options.properties().stream()
                .filter(option ->
                        "parameter".equals(option.getValue().get("kind").asText()))
                .map(option -> "public".equals(option.getKey()) ? "publicVideo" : option.getKey())
                .forEach(option -> assertThat(methods).contains(option));
    }
}
