// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Bytes to upload: the same for the same length, and unlike each other. */
record TestVideo(byte[] bytes) {

    static final int PART = 5 * 1024 * 1024;

    static TestVideo of(long length) {
        byte[] bytes = new byte[Math.toIntExact(length)];
        new Random(length).nextBytes(bytes);
        return new TestVideo(bytes);
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** A stream that gives a few bytes at a time, as networks do. */
    InputStream tricklingStream() {
        return new InputStream() {
            private final InputStream whole = stream();

            @Override
            public int read() throws IOException {
                return whole.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return whole.read(target, offset, Math.min(length, 8191));
            }
        };
    }

    Path file(Path folder, String name) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String sha256() {
        return sha256(bytes);
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256Digest().digest(bytes));
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
