// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;

/** Stores the bytes of one part of a stream. For one thread. The content or {@link #discard} gives its memory back. */
public interface PartStore {

    /** Returns an array for the next bytes, which is filled from index 0; never empty. */
    byte[] room();

    /**
     * Stores the first bytes of the array that {@link #room} has returned.
     *
     * @param size the number of bytes
     */
    void filled(int size) throws IOException;

    /** Returns true if it takes no more bytes: the content is the beginning of the part. */
    default boolean isFull() {
        return false;
    }

    /** Returns the content of the part. After that, the store takes no more bytes. */
    PartContent content(boolean last);

    /** Gives all memory back; the part is not needed. */
    void discard();
}
