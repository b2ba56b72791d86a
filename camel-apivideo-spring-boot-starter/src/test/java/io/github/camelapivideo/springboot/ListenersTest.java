// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Each bean that is a listener hears of an upload. */
class ListenersTest {

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    @Test
    void tellsEachListener() throws Exception {
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(
                            CamelAutoConfiguration.class, ApiVideoComponentAutoConfiguration.class))
                    .withPropertyValues(
                            "camel.component.apivideo.api-key=" + simulator.apiKey(),
                            "camel.component.apivideo.base-uri=" + simulator.baseUri())
                    .withBean("first", UploadListener.class, () -> progress -> told.add("first"))
                    .withBean("second", UploadListener.class, () -> progress -> told.add("second"))
                    .run(context -> {
                        Exchange answer = context.getBean(ProducerTemplate.class)
                                .request("apivideo:upload", exchange -> exchange.getMessage()
                                        .setBody(new byte[10]));
                        assertThat(answer.getException()).isNull();
                    });
        }
        assertThat(told).containsExactlyInAnyOrder("first", "second");
    }
}
