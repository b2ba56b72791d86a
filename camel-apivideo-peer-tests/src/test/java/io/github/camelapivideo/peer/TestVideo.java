// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Bytes to upload: the same for the same length, and unlike each other. */
record TestVideo(byte[] bytes) {

    /** What the tests' routes say as {@code partSize=5MiB}. */
    static final int PART = 5 * 1024 * 1024;

    static TestVideo of(long length) {
        byte[] bytes = new byte[Math.toIntExact(length)];
        new Random(length).nextBytes(bytes);
        return new TestVideo(bytes);
    }

    long length() {
        return bytes.length;
    }

    /** The fewest parts that hold it. */
    int parts() {
        return (int) ((length() - 1) / PART + 1);
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
