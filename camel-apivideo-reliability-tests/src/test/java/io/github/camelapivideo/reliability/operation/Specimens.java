// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.operation;

import java.util.Base64;
import java.util.Collections;
import java.util.Map;

/** Small bodies that the service accepts. */
final class Specimens {

    /** A PNG of one pixel. */
    static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    static final String TEXT = "WEBVTT\n\n00:00.000 --> 00:01.000\nBonjour\n";

    static final Map<String, Object> SUMMARY = Map.of("abstract", String.join(" ", Collections.nCopies(30, "word")));

    private Specimens() {}
}
