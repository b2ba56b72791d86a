// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import java.io.IOException;

/** A source that can be read anywhere. */
public interface RangedSource extends PartSource {

    /**
     * Only some of it, counted from its own first byte, as a source of its own, which takes this one's place: who closes it closes this one.
     *
     * @throws IllegalArgumentException if the source does not reach so far; then it is closed
     */
    RangedSource range(long from, long length) throws IOException;

    /** Refuses what is not there. */
    static void check(long from, long length, long size) {
        if (from < 0 || length < 1 || from > size - length) {
            throw new IllegalArgumentException("The part from " + from + " with " + length
                    + " bytes is not in the body, which has " + size + " bytes");
        }
    }
}
