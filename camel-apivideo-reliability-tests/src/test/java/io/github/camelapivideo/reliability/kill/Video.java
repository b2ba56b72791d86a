// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.kill;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** A file that is waiting to be uploaded. */
record Video(int parts, String sha256) {

    static final int PART = 5 * 1024 * 1024;

    /** One whose last part is a single byte. */
    static Video write(Path file, int parts) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Random random = new Random(parts);
        byte[] part = new byte[PART];
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            for (int number = 1; number < parts; number++) {
                random.nextBytes(part);
                out.write(part);
            }
            out.write(random.nextInt());
        }
        return new Video(parts, HexFormat.of().formatHex(digest.digest()));
    }
}
