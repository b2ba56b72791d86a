// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import io.github.camelapivideo.ApiVideoComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Ordered;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.context.ApplicationContext;

/** Puts the options that are set into the component; the others keep the defaults of the component. */
final class ApiVideoComponentCustomizer implements ComponentCustomizer {

    private static final String CONFIGURATION = "configuration";
    // Of the starter itself; the component knows nothing of them.
    private static final List<String> NOT_OPTIONS = List.of("class", "enabled", "customizer");

    private final ApplicationContext application;
    private final CamelContext camel;
    private final ApiVideoComponentConfiguration options;

    ApiVideoComponentCustomizer(
            ApplicationContext application, CamelContext camel, ApiVideoComponentConfiguration options) {
        this.application = application;
        this.camel = camel;
        this.options = options;
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof ApiVideoComponent
                && HierarchicalPropertiesEvaluator.evaluate(
                        application,
                        "camel.component.customizer",
                        ApiVideoComponentAutoConfiguration.PREFIX + ".customizer");
    }

    @Override
    public void configure(String name, Component target) {
        Map<String, Object> set = new HashMap<>(CamelPropertiesHelper.getNonNullProperties(camel, options));
        set.keySet().removeAll(NOT_OPTIONS);
        Object configuration = set.remove(CONFIGURATION);
        if (configuration != null) {
            // First, because it would take away what the other options have put into the one before.
            apply(target, new HashMap<>(Map.of(CONFIGURATION, configuration)));
        }
        apply(target, set);
    }

    // What it has applied, it removes from the map.
    private void apply(Component target, Map<String, Object> set) {
        CamelPropertiesHelper.setCamelProperties(camel, target, set, true);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST;
    }
}
