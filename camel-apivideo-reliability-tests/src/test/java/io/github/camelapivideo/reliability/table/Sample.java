// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Some bytes, in memory and in a file. */
record Sample(byte[] bytes, Path file, String sha256) {

    static Sample of(Path folder, int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return new Sample(bytes, Files.write(folder.resolve(length + ".mp4"), bytes), sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
