// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Pieces of equal size that are spread evenly over a range of bytes, its first and last bytes included; the whole range
 * if it is not longer than the pieces together. Immutable.
 *
 * @param pieces the number of pieces
 * @param size the size of a piece in bytes
 */
record Samples(int pieces, long size) {

    /**
     * A piece of the range.
     *
     * @param from the first byte, counted from the beginning of the range
     * @param length the length in bytes
     */
    record Piece(long from, long length) {

        long end() {
            return from + length;
        }
    }

    /** Returns the pieces of a range of this length in bytes. */
    List<Piece> of(long length) {
        if (length <= pieces * size) {
            return length == 0 ? List.of() : List.of(new Piece(0, length));
        }
        return LongStream.range(0, pieces)
                .mapToObj(piece -> new Piece((length - size) * piece / (pieces - 1), size))
                .toList();
    }
}
