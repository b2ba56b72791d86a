// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.Serializable;

/**
 * The reason of the service for refusing a request. Immutable. Every property is null if the answer did not have it.
 *
 * <pre>{@code
 * Exchange answer = template.request("apivideo:getVideo?videoId=" + videoId, exchange -> {});
 * if (answer.getException() instanceof ApiVideoException failure && failure.getProblem() != null) {
 *     System.out.println(failure.getProblem().slug() + ": " + failure.getProblem().detail());
 * }
 * }</pre>
 *
 * @param type a link to the documentation of the error
 * @param title the kind of error
 * @param name the attribute or parameter that caused the error
 * @param status the HTTP status
 * @param detail the exact error
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Problem(String type, String title, String name, Integer status, String detail) implements Serializable {

    /** Returns the last segment of {@link #type()}, such as {@code too-many-requests}; empty if the type is null. */
    public String slug() {
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(slug());
        append(text, ": ", title);
        append(text, isSentence(title) ? " " : ": ", detail);
        append(text, " Attribute: ", name);
        return text.toString();
    }

    private static boolean isSentence(String text) {
        return text != null && (text.isBlank() || text.endsWith("."));
    }

    private static void append(StringBuilder text, String separator, String value) {
        if (value != null && !value.isBlank()) {
            text.append(text.isEmpty() ? "" : separator).append(value);
        }
    }
}
