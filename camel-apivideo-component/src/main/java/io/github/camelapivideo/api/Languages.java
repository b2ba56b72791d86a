// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import java.util.List;

/** The language tags that the service transcribes, from its API description. */
final class Languages {

    private static final List<String> TAGS = List.of(
            "ar", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "it", "ja", "ko",
            "ml", "nl", "nn", "no", "pl", "pt", "ru", "sk", "sl", "te", "tr", "uk", "ur", "vi", "zh");

    private Languages() {}

    /** Refuses a language tag that the service does not transcribe; null is allowed. */
    static void check(String language) {
        if (language != null && !TAGS.contains(language)) {
            throw new IllegalArgumentException(
                    "language=" + Repeated.text(language) + ": allowed are " + String.join(", ", TAGS));
        }
    }
}
