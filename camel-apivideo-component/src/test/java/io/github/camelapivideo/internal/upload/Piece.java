// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Stands for a range of a body. Only this record is written, not the bytes, so that parts of 5 MiB cost nothing.
 *
 * @param head identifies the bytes that a fingerprint covers; 0 if the range has none of them
 * @param rest identifies the other bytes; 0 if the range has none of them
 * @param from the first byte, counted from 0
 * @param length in bytes
 */
record Piece(int head, int rest, long from, long length) {

    static final int SIZE = 24;

    byte[] bytes() {
        return ByteBuffer.allocate(SIZE)
                .putInt(head)
                .putInt(rest)
                .putLong(from)
                .putLong(length)
                .array();
    }

    static Piece of(byte[] bytes, int offset) {
        ByteBuffer from = ByteBuffer.wrap(bytes, offset, SIZE);
        return new Piece(from.getInt(), from.getInt(), from.getLong(), from.getLong());
    }

    static long length(List<Piece> pieces) {
        return pieces.stream().mapToLong(Piece::length).sum();
    }
}
