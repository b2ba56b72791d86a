// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;

/** The bytes of one part. They can be written as often as needed until they are released. For one thread at a time. */
public interface PartContent {

    /** Returns the number of bytes. */
    long length();

    /** Returns true if the source ends with these bytes. Known, never guessed. */
    boolean last();

    /** Returns the name of the source, for the beginning of a sentence in messages. */
    default String origin() {
        return "The body";
    }

    /** Returns why the store took no more bytes, although the source has more; null if it took all. */
    default SourceException cutShort() {
        return null;
    }

    /**
     * Writes all bytes.
     *
     * @throws SourceException if the source can no longer deliver the bytes
     * @throws IOException if the sink does not take the bytes
     */
    void writeTo(PartSink sink) throws IOException;

    /** Gives the memory or the file back, if the content has one. */
    default void release() {}
}
