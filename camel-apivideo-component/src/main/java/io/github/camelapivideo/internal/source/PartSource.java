// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartStore;
import io.github.camelapivideo.internal.part.SourceException;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A body, cut into parts one after another. Used by one thread at a time; the contents that it hands out may be
 * written by others meanwhile. Whoever opened it closes it, after the last content was released.
 */
public interface PartSource extends Closeable {

    /** How many bytes there are, where that is certain; empty where only the end will tell. */
    OptionalLong length();

    /** How many bytes there are said to be, where that is not certain. */
    default Optional<DeclaredLength> declaredLength() {
        return Optional.empty();
    }

    /** The number of bytes, if it is certain or promised. */
    default OptionalLong promisedLength() {
        return length().isPresent()
                        || declaredLength().filter(DeclaredLength::isPromise).isEmpty()
                ? length()
                : OptionalLong.of(declaredLength().get().bytes());
    }

    /** Whether a part is held in memory from when it is read until it is sent. */
    default boolean isBuffered() {
        return false;
    }

    /** Whether reading is always over soon, so that everybody may wait for its end. */
    default boolean isPrompt() {
        return true;
    }

    /** What is to be said beside that the source is empty, as the next sentences; an empty text if nothing is likely. */
    default String whenEmpty() {
        return "";
    }

    /** Whether closing is over soon, so that everybody may wait for its end. */
    default boolean closesPromptly() {
        return true;
    }

    /** Closes a source that may not be at its end: what is left of it is dropped. May block as long as the source likes. */
    default void abandon() throws IOException {
        close();
    }

    /**
     * Ends a reading from outside, while it may be under way: it fails, and so does every other. May block as long as
     * the source likes. The source is still to be closed, by who is its reader.
     */
    default void cutOff() throws IOException {}

    /**
     * The next part: of exactly the given size, or shorter if the source ends with it.
     *
     * @param store takes the bytes, if the source {@linkplain #isBuffered is buffered}; is not used otherwise
     * @param moved is run whenever the source has delivered something
     * @throws SourceException if the source cannot be read
     */
    PartContent next(long partSize, PartStore store, Runnable moved) throws IOException;
}
