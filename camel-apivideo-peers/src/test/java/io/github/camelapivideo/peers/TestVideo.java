// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Bytes to upload: the same for the same length, and unlike each other. */
record TestVideo(byte[] bytes) {

    static final int PART = 5 * 1024 * 1024;

    static TestVideo of(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return new TestVideo(bytes);
    }

    /** Lengths around the edges of a part, each sent sequentially and in parallel. */
    static Stream<Arguments> edges() {
        return Stream.of(1, PART - 1, PART, PART + 1, 3 * PART, 3 * PART + 1)
                .flatMap(length -> Stream.of(1, 4).map(lanes -> Arguments.of(length, lanes)));
    }

    int parts() {
        return (bytes.length - 1) / PART + 1;
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
