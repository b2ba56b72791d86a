// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The answer to a request. */
sealed interface Reply {

    /** @param contentType null if there is no body */
    record Bytes(int status, String contentType, byte[] body) implements Reply {}

    /** A file, or the range of it that the request asks for. */
    record Download(Path file, String contentType) implements Reply {}

    static Reply json(int status, Object value) {
        return new Bytes(status, "application/json", Json.bytes(value));
    }

    static Reply html(String page) {
        return new Bytes(200, "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static Reply nothing() {
        return new Bytes(204, null, new byte[0]);
    }

    static Reply refusal(Refusal refusal) {
        return new Bytes(refusal.status(), "application/problem+json", Json.bytes(refusal.body()));
    }
}
