// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * The {@code free} box of an MP4, which players skip. Appended to a short video it makes a long, valid one.
 *
 * @param length of the whole box in bytes, its header included
 */
record FreeBox(long length) {

    private static final byte[] TYPE = "free".getBytes(StandardCharsets.US_ASCII);
    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 16;
    // Instead of a 32-bit length: a 64-bit length follows the type.
    private static final int LONG_LENGTH_FOLLOWS = 1;
    private static final long LONGEST_SHORT = 0xFFFF_FFFFL;
    private static final int BUFFER = 1 << 16;

    FreeBox {
        if (length < SHORT_HEADER) {
            throw new IllegalArgumentException("length=" + length + ": a box has at least " + SHORT_HEADER + " bytes");
        }
    }

    /** Writes the box. Its content is pseudo-random, so that it does not compress, and repeats for the same seed. */
    void writeTo(OutputStream out, long seed) throws IOException {
        byte[] header = header();
        out.write(header);
        writeContent(out, length - header.length, seed);
    }

    byte[] header() {
        return length <= LONGEST_SHORT
                ? ByteBuffer.allocate(SHORT_HEADER)
                        .putInt((int) length)
                        .put(TYPE)
                        .array()
                : ByteBuffer.allocate(LONG_HEADER)
                        .putInt(LONG_LENGTH_FOLLOWS)
                        .put(TYPE)
                        .putLong(length)
                        .array();
    }

    private static void writeContent(OutputStream out, long count, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] buffer = new byte[BUFFER];
        for (long left = count; left > 0; left -= BUFFER) {
            random.nextBytes(buffer);
            out.write(buffer, 0, (int) Math.min(left, BUFFER));
        }
    }
}
