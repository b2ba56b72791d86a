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
 * Text of an answer as messages and logs may show it: on one line, of limited length, and without secrets of ours that
 * the service, or what stands before it, repeats. Immutable.
 */
record AnswerText(List<Secret> secrets) {

    // Longer than whatever the service has to say.
    static final int LONGEST = 1000;

    // What is shorter is no secret, and part of many words.
    private static final int SHORTEST_SECRET = 6;

    static AnswerText without(Stream<Secret> secrets) {
        return new AnswerText(secrets.filter(Objects::nonNull)
                .filter(secret -> secret.value() != null && secret.value().length() >= SHORTEST_SECRET)
                .toList());
    }

    /** The text to show; null for null. */
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
            masked = masked.replace(secret.value(), secret.toString()).replace(encoded, secret.toString());
        }
        return masked;
    }

    Problem shown(Problem problem) {
        return new Problem(
                shown(problem.type()),
                shown(problem.title()),
                shown(problem.name()),
                problem.status(),
                shown(problem.detail()));
    }

    /** The failure itself, unless it repeats a secret of ours or has more than one line. */
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
