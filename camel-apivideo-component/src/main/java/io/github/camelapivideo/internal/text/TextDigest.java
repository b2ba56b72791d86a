// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text in place of a long one. */
public final class TextDigest {

    private TextDigest() {}

    /** Returns the SHA-256 of a text in UTF-8, in hexadecimal. */
    public static String of(String text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
