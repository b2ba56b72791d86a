// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Stores a part of a stream in memory, for which the caller holds a lease. For one thread. */
final class MemoryPart implements PartStore {

    private final SlabPool pool;
    private final List<byte[]> slabs = new ArrayList<>();
    private long length;

    MemoryPart(SlabPool pool) {
        this.pool = pool;
    }

    @Override
    public byte[] room() {
        byte[] slab = pool.take();
        slabs.add(slab);
        return slab;
    }

    @Override
    public void filled(int size) {
        length += size;
    }

    @Override
    public PartContent content(boolean last) {
        return new Buffered(last);
    }

    @Override
    public void discard() {
        pool.giveBack(slabs);
        slabs.clear();
    }

    private final class Buffered implements PartContent {
        private final boolean last;

        Buffered(boolean last) {
            this.last = last;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public boolean last() {
            return last;
        }

        @Override
        public void writeTo(PartSink sink) throws IOException {
            long left = length;
            for (byte[] slab : slabs) {
                int size = (int) Math.min(slab.length, left);
                sink.write(slab, 0, size);
                left -= size;
            }
        }

        @Override
        public void release() {
            discard();
        }
    }
}
