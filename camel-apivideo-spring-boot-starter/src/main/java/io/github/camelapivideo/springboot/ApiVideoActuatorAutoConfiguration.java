// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** What an application with the actuator gets besides. */
@AutoConfiguration(after = ApiVideoComponentAutoConfiguration.class)
@ConditionalOnClass(SanitizingFunction.class)
public class ApiVideoActuatorAutoConfiguration {

    /** What hides the component's secrets in {@code /actuator/configprops} and {@code /actuator/env}. */
    @Bean
    public SanitizingFunction apiVideoSecretOptions() {
        return new SecretOptions();
    }
}
