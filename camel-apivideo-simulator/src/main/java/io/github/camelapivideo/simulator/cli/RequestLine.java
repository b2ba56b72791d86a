// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.cli;

import io.github.camelapivideo.simulator.api.RecordedRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.StringJoiner;

/** Prints a request in one line. */
final class RequestLine {

    private RequestLine() {}

    static String of(RecordedRequest request) {
        StringJoiner line = new StringJoiner("  ");
        line.add("%tT.%<tL".formatted(request.startedAt().atZone(ZoneId.systemDefault())));
        line.add(request.status() == 0 ? "cut" : String.valueOf(request.status()));
        line.add(request.method() + " " + request.path());
        if (request.contentRange() != null) {
            line.add(request.contentRange());
        }
        if (request.fileName() != null) {
            line.add(request.bodyBytes() + " bytes");
        }
        if (request.problemSlug() != null) {
            line.add(request.problemSlug());
        }
        return line.add(Duration.between(request.startedAt(), request.finishedAt())
                                .toMillis() + " ms")
                .toString();
    }
}
