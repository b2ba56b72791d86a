// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** A file of pseudo-random bytes. Writing it needs little heap. */
public record TestVideo(int mebibytes, String sha256) {

    public static TestVideo write(Path file, int mebibytes) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Random random = new Random(mebibytes);
        byte[] mebibyte = new byte[1024 * 1024];
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            for (int written = 0; written < mebibytes; written++) {
                random.nextBytes(mebibyte);
                out.write(mebibyte);
            }
        }
        return new TestVideo(mebibytes, HexFormat.of().formatHex(digest.digest()));
    }

    public long length() {
        return mebibytes * 1024L * 1024;
    }
}
