// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Memory that the next part takes before any new is made. While no stream is uploaded the heap may have it back, but only
 * if it needs it: uploads that follow each other use the same. Thread-safe.
 */
final class SlabPool {

    static final int SIZE = 256 * 1024;

    // Guarded by this
    private Deque<byte[]> free = new ArrayDeque<>();
    private SoftReference<Deque<byte[]>> resting = new SoftReference<>(null);

    /** One that was given back, the last first because it may still be in the processor's cache, or a new one. */
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

    /** Nobody uses any. */
    synchronized void rest() {
        if (!free.isEmpty()) {
            resting = new SoftReference<>(free);
            free = new ArrayDeque<>();
        }
    }
}
