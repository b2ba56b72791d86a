// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The options of the component that say where an application's videos go. */
enum ComponentOption {
    API_KEY("api-key", "apiKey"),
    UPLOAD_TOKEN("upload-token", "uploadToken"),
    BASE_URI("base-uri", "baseUri");

    private static final String COMPONENT = "camel.component.apivideo.";

    private final List<String> names;

    ComponentOption(String kebab, String camel) {
        names = List.of(COMPONENT + kebab, COMPONENT + camel);
    }

    /** The way of writing it, of which Camel takes either, that the application does not use for an empty value. */
    String freeName(Config config) {
        return names.stream()
                .filter(name -> config.getConfigValue(name).getSourceName() == null)
                .findFirst()
                .orElse(names.get(0));
    }

    /** Empty counts as unset: {@code ${APIVIDEO_API_KEY:}} is a key only where that variable is there. */
    boolean isSet(Config config) {
        return names.stream()
                .anyMatch(name -> config.getOptionalValue(name, String.class).isPresent());
    }
}
