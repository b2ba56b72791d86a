// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Camel's own health in the actuator knows the component's check, where producers are checked. */
@ExtendWith(ApiVideoSimulatorExtension.class)
class CamelHealthTest {

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
    void theAccountThatDoesNotAnswerIsSeenIfProducersAreChecked(ApiVideoSimulator simulator) {
        try (ConfigurableApplicationContext context = run(simulator, "--camel.health.producers-enabled=true")) {
            await().until(() -> camelHealth(context).equals(Status.UP));
        }
        simulator.suspendAccount(true);
        try (ConfigurableApplicationContext context = run(simulator, "--camel.health.producers-enabled=true")) {
            assertThat(camelHealth(context)).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void itIsNotAskedIfNot(ApiVideoSimulator simulator) {
        try (ConfigurableApplicationContext context = run(simulator)) {
            simulator.suspendAccount(true);

            assertThat(camelHealth(context)).isEqualTo(Status.UP);
            assertThat(simulator.requests()).isEmpty();
        }
    }

    private static ConfigurableApplicationContext run(ApiVideoSimulator simulator, String... properties) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "management.health.apivideo.enabled=false",
                        "management.endpoint.health.cache.time-to-live=0",
                        "spring.jmx.enabled=true",
                        "management.endpoints.jmx.exposure.include=health",
                        "camel.component.apivideo.base-uri=" + simulator.baseUri(),
                        "camel.component.apivideo.api-key=" + simulator.apiKey())
                .run(properties);
    }

    private static Status camelHealth(ConfigurableApplicationContext context) {
        return context.getBean(HealthEndpoint.class)
                .healthForPath("camelHealth")
                .getStatus();
    }
}
