// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.testsupport;

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

/**
 * Bytes to upload. Immutable as long as the array is left alone.
 *
 * @param bytes the content
 */
public record TestVideo(byte[] bytes) {

    /** 5 MiB, the smallest part that the service takes; routes write it as {@code partSize=5MiB}. */
    public static final int PART = 5 * 1024 * 1024;

    private static final int SHORTEST_WITH_A_BEGIN = 16;

    /** Returns random bytes: the same ones for the same length, other ones for another length. */
    public static TestVideo of(long length) {
        return of(length, length);
    }

    /** Returns random bytes: the same ones for the same length and seed. */
    public static TestVideo of(long length, long seed) {
        byte[] bytes = new byte[Math.toIntExact(length)];
        new Random(seed).nextBytes(bytes);
        if (length >= SHORTEST_WITH_A_BEGIN) {
            // Random bytes may begin like gzip, which an upload refuses.
            bytes[0] = 0;
        }
        return new TestVideo(bytes);
    }

    public long length() {
        return bytes.length;
    }

    /** Returns the number of parts of {@link #PART} bytes that hold the video; the last part may be shorter. */
    public int parts() {
        return (int) ((length() - 1) / PART + 1);
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** Returns a stream that gives at most 8191 bytes at a time, as networks do. */
    public InputStream tricklingStream() {
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

    /** Writes the video to a file, and returns the file. */
    public Path file(Path folder, String name) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String sha256() {
        return sha256(bytes);
    }

    /** Returns the SHA-256 as the simulator's record writes it: in lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256Digest().digest(bytes));
    }

    public static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
