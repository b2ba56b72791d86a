// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import org.apache.camel.CamelContext;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application with the actuator gets besides. Each half has its own classes of Spring Boot, which may be missing. */
@AutoConfiguration(after = ApiVideoComponentAutoConfiguration.class)
@ConditionalOnBean(ApiVideoComponentConfiguration.class)
public class ApiVideoActuatorAutoConfiguration {

    /** What {@code /actuator/configprops} and {@code /actuator/env} do not show. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SanitizingFunction.class)
    static class Secrets {

        /** Hides the component's secrets. */
        @Bean
        SanitizingFunction apiVideoSecretOptions() {
            return new SecretOptions();
        }
    }

    /** The health of the account; the classes of Spring Boot 4 have other names. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
    static class Health {

        /** {@code apivideo} in {@code /actuator/health}; off with {@code management.health.apivideo.enabled=false}. */
        @Bean
        @ConditionalOnEnabledHealthIndicator("apivideo")
        HealthIndicator apivideoHealthIndicator(CamelContext camel) {
            return new ApiVideoHealthIndicator(camel);
        }
    }
}
