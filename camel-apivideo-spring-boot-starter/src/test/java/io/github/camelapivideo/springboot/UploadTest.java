// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.testsupport.TestVideo;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Properties and a route are all that an upload needs. */
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        properties = {
            "camel.component.apivideo.title=${spring.application.name} of ${random.int}",
            "camel.component.apivideo.part-size=5MiB",
            "camel.component.apivideo.parallelism=3",
            "camel.component.apivideo.public=false",
            "camel.component.apivideo.metadata.team=boot",
            "camel.component.apivideo.http.responseTimeout=20000",
            "spring.application.name=holiday"
        })
class UploadTest {

    private static final int MIB = 1 << 20;
    private static final ApiVideoSimulator SIMULATOR = start();

    @Autowired
    private ProducerTemplate template;

    private static ApiVideoSimulator start() {
        try {
            return ApiVideoSimulator.builder().start();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @DynamicPropertySource
    static void service(DynamicPropertyRegistry properties) {
        properties.add("camel.component.apivideo.base-uri", SIMULATOR::baseUri);
        properties.add("camel.component.apivideo.api-key", SIMULATOR::apiKey);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        RouteBuilder route() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:video").to("apivideo:upload");
                }
            };
        }
    }

    @Test
    void theVideoArrivesAsItWasSentAndAsThePropertiesSay() throws Exception {
        TestVideo sent = TestVideo.of(12 * MIB + 1);

        Exchange answer = template.request(
                "direct:video", exchange -> exchange.getMessage().setBody(sent.bytes()));

        assertThat(answer.getException()).isNull();
        String videoId = answer.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        ReceivedVideo video = SIMULATOR.video(videoId).orElseThrow();
        assertThat(video.sha256()).isEqualTo(sent.sha256());
        assertThat(video.parts()).containsExactly(1, 2, 3);
        assertThat(video.title()).startsWith("holiday of ");
        assertThat(video.creation()).containsEntry("public", false);
        assertThat(video.creation().get("metadata").toString()).contains("team", "boot");
        assertThat(answer.getMessage().getHeader(ApiVideoConstants.PLAYER_URL, String.class))
                .contains(videoId);
    }

    @Test
    void theRegistryOfActuatorCountsUploads(@Autowired MeterRegistry meters) {
        double before = accepted(meters);

        template.requestBody("direct:video", TestVideo.of(10).bytes());

        assertThat(accepted(meters) - before).isEqualTo(10);
        assertThat(meters.get("apivideo.uploads.running").gauge().value()).isZero();
    }

    private static double accepted(MeterRegistry meters) {
        Counter counter = meters.find("apivideo.upload.bytes").counter();
        return counter == null ? 0 : counter.count();
    }
}
