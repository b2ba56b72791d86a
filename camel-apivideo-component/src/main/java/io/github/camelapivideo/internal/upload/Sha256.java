// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of the bytes that it is given. For one thread. */
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
     * @param moved is run when the source has delivered them
     */
    void add(RangedSource source, long from, long length, Runnable moved) throws IOException {
        if (length > 0) {
            source.range(from, length).next(length, null, moved).writeTo(this);
            moved.run();
        }
    }

    /**
     * Adds pieces of equal size that are spread evenly over some bytes of a source, the first and the last of those
     * bytes among them; or all of the bytes, if there are no more.
     */
    void addSamples(RangedSource source, long from, long length, int pieces, long size, Runnable moved)
            throws IOException {
        if (length <= pieces * size) {
            add(source, from, length, moved);
            return;
        }
        for (int piece = 0; piece < pieces; piece++) {
            add(source, from + (length - size) * piece / (pieces - 1), size, moved);
        }
    }

    /** In hexadecimal. To be called once. */
    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
