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

/** What an application with the actuator gets besides. */
@AutoConfiguration(after = ApiVideoComponentAutoConfiguration.class)
@ConditionalOnClass({SanitizingFunction.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(ApiVideoComponentConfiguration.class)
public class ApiVideoActuatorAutoConfiguration {

    /** What hides the component's secrets in {@code /actuator/configprops} and {@code /actuator/env}. */
    @Bean
    public SanitizingFunction apiVideoSecretOptions() {
        return new SecretOptions();
    }

    /** {@code apivideo} in {@code /actuator/health}; off with {@code management.health.apivideo.enabled=false}. */
    @Bean
    @ConditionalOnEnabledHealthIndicator("apivideo")
    public HealthIndicator apivideoHealthIndicator(CamelContext camel) {
        return new ApiVideoHealthIndicator(camel);
    }
}
