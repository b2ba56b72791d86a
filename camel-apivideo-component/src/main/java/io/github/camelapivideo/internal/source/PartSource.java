// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartStore;
import io.github.camelapivideo.internal.part.SourceException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A body that is read part by part. For one thread at a time; other threads may write the returned contents meanwhile.
 * The opener closes it after the last content is released.
 */
public interface PartSource extends Closeable {

    /** Returns the length in bytes if it is certain; empty if it is known only at the end. */
    OptionalLong length();

    /** Returns the declared length, which is not certain; empty if none is declared. */
    default Optional<DeclaredLength> declaredLength() {
        return Optional.empty();
    }

    /** Returns the length in bytes if it is certain or promised; empty otherwise. */
    default OptionalLong promisedLength() {
        return length().isPresent()
                        || declaredLength().filter(DeclaredLength::isPromise).isEmpty()
                ? length()
                : OptionalLong.of(declaredLength().get().bytes());
    }

    /**
     * Lets the source fail when it delivers less, before it is read. Sources without a stream deliver at once, and ignore
     * it.
     *
     * @param bytesPerSecond the minimum rate
     * @param window the time in reads over which each rate is taken
     */
    default void holdTo(long bytesPerSecond, Duration window) {}

    /** Returns true if memory or disk has to hold each part from the read until it is sent. */
    default boolean isBuffered() {
        return false;
    }

    /** Returns true if a read never blocks for long, so that other threads may wait for its end. */
    default boolean isPrompt() {
        return true;
    }

    /** Returns the likely cause of an empty source, as sentences for a message; an empty text if none is likely. */
    default String whenEmpty() {
        return "";
    }

    /** Returns true if a close never blocks for long, so that other threads may wait for its end. */
    default boolean closesPromptly() {
        return true;
    }

    /** Closes a source that may not be at its end, and drops the rest. May block without limit. */
    default void abandon() throws IOException {
        close();
    }

    /**
     * Cuts the source off, from any thread: the current read and every later one fail. May block without limit. The
     * reader still has to close the source.
     */
    default void cutOff() throws IOException {}

    /**
     * Returns the next part: of exactly the given size, or shorter if the source ends with it.
     *
     * @param partSize the size in bytes
     * @param store takes the bytes if the source {@linkplain #isBuffered is buffered}; otherwise it is not used
     * @param moved runs after each delivery of bytes by the source
     * @throws SourceException if the source cannot be read
     */
    PartContent next(long partSize, PartStore store, Runnable moved) throws IOException;

    /** Hears of how a source is read: of the waits for memory and for its bytes. */
    @FunctionalInterface
    public interface Listener {

        /** The source has delivered nothing for too long. The read ends later, when the source returns. */
        void stalled(SourceException failure);

        /** The next part waits for memory. */
        default void waitsForMemory() {}

        /** The source is read, and has yet to deliver. */
        default void waitsForSource() {}

        /** The source has delivered bytes, and is read on. */
        default void sourceDelivered() {}

        /** The source is not read any more. */
        default void waitsNoMore() {}
    }
}
