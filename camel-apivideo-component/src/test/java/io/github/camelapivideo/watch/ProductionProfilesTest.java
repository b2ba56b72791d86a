// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.testsupport.ProductionProfile;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings of {@code docs/production} are ones that the component takes, and uploads with. */
class ProductionProfilesTest {

    static List<ProductionProfile> profiles() throws IOException {
        return ProductionProfile.all(Path.of(".."));
    }

    @Test
    void eachPlaceOfThePageHasAProfile() throws Exception {
        assertThat(profiles())
                .extracting(ProductionProfile::name)
                .containsExactly(
                        "A small server",
                        "An ingest node at 10 Gbit/s",
                        "Behind a slow proxy that holds bodies back",
                        "Uploads from browsers",
                        "Kubernetes",
                        "Spring Boot",
                        "Quarkus");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aProfileUploadsVideos(ProductionProfile profile) throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(profile.text()));
        Main main = new Main();
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            properties.stringPropertyNames().stream()
                    .filter(name -> name.startsWith("camel."))
                    .forEach(name -> main.addInitialProperty(name, properties.getProperty(name)));
            main.addInitialProperty("camel.component.apivideo.api-key", simulator.apiKey());
            main.addInitialProperty(
                    "camel.component.apivideo.base-uri", simulator.baseUri().toString());
            // A wrong name or value fails the start.
            main.configure().withAutoConfigurationFailFast(true);
            main.start();
            TestVideo video = TestVideo.of(10);
            for (String name : List.of("a.mp4", "a.mp4", "b.mp4")) {
                Exchange exchange = main.getCamelTemplate().request("apivideo:upload", asked -> {
                    asked.getMessage().setBody(video.stream());
                    asked.getMessage().setHeader(Exchange.FILE_NAME, name);
                    asked.getMessage().setHeader(Exchange.FILE_LENGTH, 10L);
                });
                assertThat(exchange.getException()).isNull();
            }
            assertThat(simulator.videos())
                    .hasSize(profile.videosOfThreeUploads())
                    .allSatisfy(received -> assertThat(received.sha256()).isEqualTo(video.sha256()));
        } finally {
            main.stop();
        }
    }
}
