// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.springboot.demo;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import org.apache.camel.spi.ComponentCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends the videos to a simulator in this process if there is no APIVIDEO_API_KEY. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("environment.getProperty('APIVIDEO_API_KEY', '').isBlank()")
class WithoutKey {

    private static final Logger LOG = LoggerFactory.getLogger(WithoutKey.class);

    @Bean(destroyMethod = "close")
    ApiVideoSimulator simulator() throws IOException {
        ApiVideoSimulator simulator = ApiVideoSimulator.builder().start();
        LOG.info("There is no APIVIDEO_API_KEY: videos go to the simulator at {}", simulator.baseUri());
        return simulator;
    }

    @Bean
    ComponentCustomizer toTheSimulator(ApiVideoSimulator simulator) {
        return ComponentCustomizer.forType(ApiVideoComponent.class, component -> {
            component.getConfiguration().setBaseUri(simulator.baseUri().toString());
            component.getConfiguration().setApiKey(simulator.apiKey());
        });
    }
}
