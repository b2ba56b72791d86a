// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.internal.option.NamedValue;
import io.github.camelapivideo.internal.option.Options;
import io.github.camelapivideo.internal.text.LogSafe;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.support.LanguageSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules for a URI that Camel has evaluated for one exchange, so that it may contain text of the sender: it is not
 * evaluated again, and it must not name code.
 */
final class EvaluatedUri {

    static final String WAYS = "toD, recipientList, routingSlip, dynamicRouter, enrich or a dynamic wireTap";

    private static final Logger LOG = LoggerFactory.getLogger(EvaluatedUri.class);
    private static final String REFERENCE_TO_CODE = "(?s)\\s*#(?:(?:class|type|bean|property):|valueAs\\(|autowired).*";

    private EvaluatedUri() {}

    /** Refuses values from which Camel would create or look up an object. */
    static void checkReferences(Map<String, Object> parameters) {
        parameters.forEach((name, value) -> {
            if (String.valueOf(value).matches(REFERENCE_TO_CODE)) {
                throw new IllegalArgumentException(LogSafe.brief(name)
                        + ": #class:, #type:, #bean:, #property:, #valueAs() and #autowired are not possible in a URI that Camel evaluates for an"
                        + " exchange (" + WAYS
                        + "), nor is the Kamelet apivideo-upload-sink; use to(), or set the option"
                        + " on the component");
            }
        });
    }

    /**
     * Returns the texts in such a URI that look like Simple language.
     *
     * @param component the options that were not in the URI; these are evaluated
     * @throws IllegalArgumentException if one is an upload key, which would be the same for all exchanges
     */
    static Set<String> literals(ApiVideoConfiguration own, ApiVideoConfiguration component) {
        Map<String, Set<String>> literals = texts(own);
        texts(component).forEach((name, inherited) -> literals.get(name).removeAll(inherited));
        literals.values().forEach(values -> values.removeIf(text -> !LanguageSupport.hasSimpleFunction(text)));
        literals.values().removeIf(Set::isEmpty);
        if (literals.containsKey("uploadKey")) {
            throw new IllegalArgumentException(NamedValue.of("uploadKey", own.getUploadKey())
                    + ": Simple is not evaluated in"
                    + " a URI that Camel itself evaluates (" + WAYS + "), so that different videos would have the same"
                    + " key; use to(), or the header " + ApiVideoConstants.UPLOAD_KEY);
        }
        if (!literals.isEmpty()) {
            LOG.info(
                    "{}: Simple is taken as plain text, because the URI was evaluated before ({}); to have it evaluated,"
                            + " use to(), or set the headers",
                    String.join(", ", literals.keySet()),
                    WAYS);
        }
        return literals.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Set<String>> texts(ApiVideoConfiguration options) {
        Map<String, Set<String>> texts = new LinkedHashMap<>();
        Options named = new ConfiguredOptions(options);
        ApiVideoOperation.evaluatedOptions().forEach(name -> texts.put(name, texts(named.get(name))));
        return texts;
    }

    private static Set<String> texts(Object option) {
        Stream<?> values = option instanceof Map<?, ?> map ? map.values().stream() : Stream.ofNullable(option);
        return values.filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
