// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.api.Problem;
import io.github.camelapivideo.internal.text.LogSafe;
import io.github.camelapivideo.internal.text.Secret;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Makes the text of an answer safe for messages and logs: on one line, of limited length, and without the client's own
 * secrets, which the service or a proxy may repeat. Immutable.
 *
 * @param secrets the texts to mask
 */
record AnswerText(List<Secret> secrets) {

    // Longer than any error text of the service.
    static final int LONGEST = 1000;

    // A shorter text is no secret, and masking it would damage many words.
    private static final int SHORTEST_SECRET = 6;

    /** Returns a filter that masks these secrets; null elements are ignored. */
    static AnswerText without(Stream<Secret> secrets) {
        return new AnswerText(secrets.filter(Objects::nonNull)
                .filter(secret -> secret.value() != null && secret.value().length() >= SHORTEST_SECRET)
                .toList());
    }

    /** Returns the safe text; null for null. */
    String shown(String text) {
        if (text == null) {
            return null;
        }
        String shown = LogSafe.of(masked(text));
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "...";
    }

    private String masked(String text) {
        String masked = text;
        for (Secret secret : secrets) {
            String encoded = URLEncoder.encode(secret.value(), StandardCharsets.UTF_8);
            for (String form : List.of(secret.value(), encoded, encoded.replace("+", "%20"))) {
                masked = masked.replace(form, secret.toString());
            }
        }
        return masked;
    }

    /** Returns the problem with safe texts. */
    Problem shown(Problem problem) {
        return new Problem(
                shown(problem.type()),
                shown(problem.title()),
                shown(problem.name()),
                problem.status(),
                shown(problem.detail()));
    }

    /** Returns the failure itself; one with a safe text if it repeats a secret or has more than one line. */
    IOException shown(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (!LogSafe.of(masked(text)).equals(text)) {
                return new IOException(shown(failure.toString()));
            }
        }
        return failure;
    }
}
