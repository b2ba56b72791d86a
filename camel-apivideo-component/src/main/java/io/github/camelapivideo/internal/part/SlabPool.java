// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps free memory for the next parts. While no stream is uploaded, the garbage collector may take the memory, but
 * only
 * if the heap needs it: consecutive uploads use the same memory. Thread-safe.
 */
final class SlabPool {

    static final int SIZE = 256 * 1024;

    /** Returns the memory that so many bytes need, in bytes; there is at least one. */
    static long slabs(long bytes) {
        return ((bytes - 1) / SIZE + 1) * SIZE;
    }

    // Guarded by this
    private Deque<byte[]> free = new ArrayDeque<>();
    private SoftReference<Deque<byte[]>> resting = new SoftReference<>(null);

    /**
     * Returns a free slab, the last one given back first because it may still be in the processor's cache; or a new
     * one.
     */
    synchronized byte[] take() {
        if (free.isEmpty()) {
            wake();
        }
        byte[] slab = free.poll();
        return slab != null ? slab : new byte[SIZE];
    }

    private void wake() {
        Deque<byte[]> rested = resting.get();
        if (rested != null) {
            free = rested;
            resting.clear();
        }
    }

    synchronized void giveBack(Iterable<byte[]> slabs) {
        slabs.forEach(free::push);
    }

    /** Lets the garbage collector take the free memory: no part is leased. */
    synchronized void rest() {
        if (!free.isEmpty()) {
            resting = new SoftReference<>(free);
            free = new ArrayDeque<>();
        }
    }
}
