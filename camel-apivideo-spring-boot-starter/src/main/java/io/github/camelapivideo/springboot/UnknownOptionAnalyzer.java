// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Names the properties that are no options of the component, and where they stand. Not their values, as Spring Boot's own
 * analyzer does: a mistyped key may be one with a secret.
 */
@Order(0)
final class UnknownOptionAnalyzer extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {

    private static final ConfigurationPropertyName PREFIX =
            ConfigurationPropertyName.of(ApiVideoComponentAutoConfiguration.PREFIX);

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnboundConfigurationPropertiesException cause) {
        List<String> unknown = cause.getUnboundProperties().stream()
                .filter(property -> PREFIX.isAncestorOf(property.getName()))
                .map(property ->
                        property.getName() + " (" + Objects.requireNonNullElse(property.getOrigin(), "unknown") + ")")
                .toList();
        if (unknown.isEmpty()) {
            return null;
        }
        return new FailureAnalysis(
                unknown.stream()
                        .collect(Collectors.joining("\n    ", "The component apivideo has no such option:\n    ", "")),
                "Correct or remove it. All options are in the documentation of the component, and your editor knows them.",
                cause);
    }
}
