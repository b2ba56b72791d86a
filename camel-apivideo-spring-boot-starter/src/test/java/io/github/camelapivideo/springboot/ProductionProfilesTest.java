// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.testsupport.ProductionProfile;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of {@code docs/production}, as the {@code application.properties} of an application on Spring Boot. */
@ExtendWith(ApiVideoSimulatorExtension.class)
class ProductionProfilesTest {

    @TempDir
    private Path folder;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        RouteBuilder route() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:videos").to("apivideo:upload");
                }
            };
        }
    }

    static List<ProductionProfile> profiles() throws IOException {
        return ProductionProfile.all(Path.of(".."));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aProfileUploadsVideos(ProductionProfile profile, ApiVideoSimulator simulator) throws IOException {
        TestVideo video = TestVideo.of(10);
        try (ConfigurableApplicationContext application = run(profile, simulator)) {
            for (String name : List.of("a.mp4", "a.mp4", "b.mp4")) {
                Exchange answer = application.getBean(ProducerTemplate.class).request("direct:videos", exchange -> {
                    exchange.getMessage().setBody(video.bytes());
                    exchange.getMessage().setHeader(Exchange.FILE_NAME, name);
                    exchange.getMessage().setHeader(Exchange.FILE_LENGTH, 10L);
                });
                assertThat(answer.getException()).isNull();
            }
        }
        assertThat(simulator.videos())
                .hasSize(profile.videosOfThreeUploads())
                .allSatisfy(received -> assertThat(received.sha256()).isEqualTo(video.sha256()));
    }

    @Test
    void anApplicationWhoseAccountDoesNotAnswerIsNotReady(ApiVideoSimulator simulator) throws Exception {
        ProductionProfile profile = profiles().stream()
                .filter(candidate -> candidate.name().equals("Spring Boot"))
                .findAny()
                .orElseThrow();
        simulator.suspendAccount(true);
        try (ConfigurableApplicationContext application = run(profile, simulator)) {
            assertThat(status(application, "readiness")).isEqualTo(503);
            assertThat(status(application, "liveness")).isEqualTo(200);

            simulator.suspendAccount(false);
            await().until(() -> status(application, "readiness") == 200);
        }
    }

    private ConfigurableApplicationContext run(ProductionProfile profile, ApiVideoSimulator simulator)
            throws IOException {
        Path file = Files.writeString(folder.resolve("application.properties"), profile.text());
        return SpringApplication.run(
                Application.class,
                "--spring.config.location=" + file.toUri(),
                "--server.port=0",
                "--camel.component.apivideo.base-uri=" + simulator.baseUri(),
                "--camel.component.apivideo.api-key=" + simulator.apiKey());
    }

    private static int status(ConfigurableApplicationContext application, String group) throws Exception {
        URI health = URI.create("http://localhost:"
                + application.getEnvironment().getProperty("local.server.port") + "/actuator/health/" + group);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
