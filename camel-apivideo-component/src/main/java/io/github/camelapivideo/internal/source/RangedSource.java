// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import java.io.IOException;

/** A source that can be read at any position. For one thread at a time; the opener closes it. */
public interface RangedSource extends PartSource {

    /**
     * Returns a range of this source as a source of its own, which replaces this one: closing the range closes this
     * source.
     * @param from the first byte, counted from the first byte of this source
     * @param length the length of the range in bytes
     * @throws IllegalArgumentException if the range is not in the source; then the source is closed
     */
    RangedSource range(long from, long length) throws IOException;

    /** Refuses a range that is not in the source. */
    static void check(long from, long length, long size) {
        if (from < 0 || length < 1 || from > size - length) {
            throw new IllegalArgumentException("The part from " + from + " with " + length
                    + " bytes is not in the body, which has " + size + " bytes");
        }
    }
}
