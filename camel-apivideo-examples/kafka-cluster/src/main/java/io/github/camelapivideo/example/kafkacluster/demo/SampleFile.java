// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** A file of random bytes and its SHA-256. */
record SampleFile(Path path, String sha256) {

    private static final int MIB = 1024 * 1024;

    /** Writes a file of this many MiB and one byte, so that its last part is shorter. */
    static SampleFile create(Path path, int mib) throws IOException {
        MessageDigest digest = sha256Digest();
        byte[] block = new byte[MIB];
        Random random = new Random(mib);
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            for (int written = 0; written < mib; written++) {
                random.nextBytes(block);
                out.write(block);
            }
            out.write(17);
        }
        return new SampleFile(path, hex(digest));
    }

    /** Reads an existing file. */
    static SampleFile of(Path path) throws IOException {
        MessageDigest digest = sha256Digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new SampleFile(path, hex(digest));
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
