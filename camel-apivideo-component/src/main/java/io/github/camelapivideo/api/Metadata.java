// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One entry of a video's metadata. Immutable.
 *
 * @param key the name of the entry; never blank
 * @param value the text of the entry; never null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Metadata(String key, String value) {

    public Metadata {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException(
                    "metadata: the entry with value '" + Repeated.text(value) + "' has no key");
        }
        if (value == null) {
            throw new IllegalArgumentException("metadata." + Repeated.text(key) + ": the value is missing");
        }
    }
}
