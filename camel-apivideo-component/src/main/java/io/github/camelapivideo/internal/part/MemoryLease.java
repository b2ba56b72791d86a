// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

/** The right to the memory of one part, or a place in the queue for it. Thread-safe. */
@FunctionalInterface
public interface MemoryLease {
    /** The lease of a part that needs no memory. */
    MemoryLease NONE = () -> {};

    /** Gives back the memory beyond this size in bytes, because the part is shorter than expected. */
    default void keepOnly(long size) {}

    /** Gives the memory or the place in the queue back; only the first call counts. */
    void close();
}
