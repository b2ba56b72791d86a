// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What {@code docs/guide/spring-boot.md} says of Simple language in properties. */
@ExtendWith(ApiVideoSimulatorExtension.class)
class SimpleLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "$simple{file:name}, a.mp4",
        "$simple{header.CamelFileName}, a.mp4",
        "${file:name}, name",
        "${header.CamelFileName}, a.mp4",
        "${header.department}, of a property",
        "$simple{header.department}, of the message"
    })
    void springReplacesADefaultAndAPropertyOfThatName(String title, String expected, ApiVideoSimulator simulator) {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(CamelAutoConfiguration.class, ApiVideoComponentAutoConfiguration.class))
                .withPropertyValues(
                        "header.department=of a property",
                        "camel.component.apivideo.title=" + title,
                        "camel.component.apivideo.base-uri=" + simulator.baseUri(),
                        "camel.component.apivideo.api-key=" + simulator.apiKey())
                .run(context -> {
                    Exchange answer = context.getBean(ProducerTemplate.class).request("apivideo:upload", exchange -> {
                        exchange.getMessage().setBody(new byte[10]);
                        exchange.getMessage().setHeader(Exchange.FILE_NAME, "a.mp4");
                        exchange.getMessage().setHeader("department", "of the message");
                    });
                    assertThat(answer.getException()).isNull();
                });
        assertThat(simulator.videos()).singleElement().satisfies(video -> assertThat(video.title())
                .isEqualTo(expected));
    }
}
