// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The memory of one stream upload: slabs that are used again and again. A part takes only as many as it has bytes for;
 * that there are never more than {@code parallelism + 1} parts of them is the session's doing. Thread-safe.
 */
final class PartBuffers {

    static final int SLAB_SIZE = 256 * 1024;

    // Guarded by this
    private final Deque<byte[]> free = new ArrayDeque<>();

    synchronized byte[] take() {
        byte[] slab = free.poll();
        return slab != null ? slab : new byte[SLAB_SIZE];
    }

    synchronized void giveBack(Iterable<byte[]> slabs) {
        slabs.forEach(free::push);
    }
}
