// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.Serializable;

/**
 * Why the service refused a request. Immutable; everything may be null where an answer was not in the service's form.
 *
 * @param type a link to the documentation of the error
 * @param title what kind of error it is
 * @param name the attribute or parameter that caused it
 * @param status the HTTP status
 * @param detail what exactly is wrong
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Problem(String type, String title, String name, Integer status, String detail) implements Serializable {

    /** The last step of {@link #type()}, such as {@code too-many-requests}; empty when there is none. */
    public String slug() {
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(slug());
        append(text, ": ", title);
        append(text, " ", detail);
        append(text, " Attribute: ", name);
        return text.toString();
    }

    private static void append(StringBuilder text, String separator, String value) {
        if (value != null && !value.isBlank()) {
            text.append(text.isEmpty() ? "" : separator).append(value);
        }
    }
}
