// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Pieces of equal size, spread evenly over some bytes, the first and the last of those among them; or all of the bytes, if
 * the pieces would be no fewer. In bytes.
 */
record Samples(int pieces, long size) {

    /** A piece, counted from the first of the bytes. */
    record Piece(long from, long length) {

        long end() {
            return from + length;
        }
    }

    List<Piece> of(long length) {
        if (length <= pieces * size) {
            return length == 0 ? List.of() : List.of(new Piece(0, length));
        }
        return LongStream.range(0, pieces)
                .mapToObj(piece -> new Piece((length - size) * piece / (pieces - 1), size))
                .toList();
    }
}
