// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;

/** The bytes of one part. They can be written as often as needed, until they are released. */
public interface PartContent {

    /** How many bytes there are. */
    long length();

    /** Whether the source ends with these bytes. Known, never guessed. */
    boolean last();

    /** What the bytes come from, in words that begin a sentence. */
    default String origin() {
        return "The body";
    }

    /**
     * Writes all the bytes.
     *
     * @throws SourceException if the source cannot deliver them any more
     * @throws IOException if {@code sink} does not take them
     */
    void writeTo(PartSink sink) throws IOException;

    /** Gives back the memory, if any. */
    default void release() {}
}
