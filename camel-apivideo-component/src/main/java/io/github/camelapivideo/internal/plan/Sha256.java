// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import io.github.camelapivideo.internal.part.PartSink;
import io.github.camelapivideo.internal.source.RangedSource;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Computes a SHA-256. For one thread. */
final class Sha256 implements PartSink {

    private static final int COPY_SIZE = 64 * 1024;

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public int copySize() {
        return COPY_SIZE;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /**
     * Adds some bytes of a source.
     *
     * @param from the first byte, counted from 0
     * @param length the number of bytes
     * @param moved runs after each delivery of bytes by the source
     */
    void add(RangedSource source, long from, long length, Runnable moved) throws IOException {
        if (length > 0) {
            source.range(from, length).next(length, null, moved).writeTo(this);
            moved.run();
        }
    }

    /** Adds some pieces of a source, which are counted from the byte {@code from}. */
    void add(RangedSource source, long from, List<Samples.Piece> pieces, Runnable moved) throws IOException {
        for (Samples.Piece piece : pieces) {
            add(source, from + piece.from(), piece.length(), moved);
        }
    }

    /** Returns the hash in hexadecimal. Must be called once. */
    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
