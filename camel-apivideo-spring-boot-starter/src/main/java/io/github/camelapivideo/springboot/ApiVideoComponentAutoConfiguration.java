// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.ComponentConfigurationProperties;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

/**
 * Gives {@code camel.component.apivideo.*} to the component when Camel makes it. Off with
 * {@code camel.component.apivideo.enabled=false}, and then no property is read.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", ApiVideoComponentAutoConfiguration.PREFIX})
@EnableConfigurationProperties({ComponentConfigurationProperties.class, ApiVideoComponentConfiguration.class})
public class ApiVideoComponentAutoConfiguration {

    static final String PREFIX = "camel.component.apivideo";

    /** Configures the component, before all other customizers. */
    @Lazy
    @Bean
    public ComponentCustomizer apiVideoComponentCustomizer(
            ApplicationContext application, CamelContext camel, ApiVideoComponentConfiguration options) {
        return new ApiVideoComponentCustomizer(application, camel, options);
    }
}
