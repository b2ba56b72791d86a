// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The memory that all stream uploads of a component share: a hard budget, leased part by part in the order of asking.
 *
 * <p>Every lease comes back, because a part that has its lease needs no other lease to be sent. Waiting holds no
 * thread. Thread-safe.
 */
public final class PartBuffers {

    private final long budget;
    private final long capacity;
    private final Path spillDirectory;

    private final SlabPool free = new SlabPool();

    // Guarded by this
    private final Deque<Place> waiting = new ArrayDeque<>();
    private long leased;
    private boolean closed;

    /**
     * @param budget the memory in bytes
     * @param spillDirectory the directory for parts that find no free memory; null if these parts wait
     */
    public PartBuffers(long budget, Path spillDirectory) {
        this.budget = budget;
        this.capacity = usable(budget);
        this.spillDirectory = spillDirectory;
    }

    /** Returns the memory that can be leased in all, in bytes. */
    public long capacity() {
        return capacity;
    }

    /**
     * Refuses a part size that can never be leased.
     *
     * @throws IllegalArgumentException if the budget is smaller than one part, and parts are not spilled
     */
    public void check(long partSize) {
        check(partSize, budget, spillDirectory);
    }

    /**
     * Refuses a part size that buffers with these settings could never lease.
     *
     * @throws IllegalArgumentException if the budget is smaller than one part, and parts are not spilled
     */
    public static void check(long partSize, long budget, Path spillDirectory) {
        if (slabs(partSize) > usable(budget) && spillDirectory == null) {
            throw new IllegalArgumentException("bufferMemory=" + budget + ": a stream in parts of " + partSize
                    + " bytes needs at least " + slabs(partSize) + "; raise bufferMemory or lower partSize");
        }
    }

    /**
     * Asks for the memory of one part. The action runs when the memory is granted: at once on this thread, or later on
     * the thread that gives memory back.
     *
     * @throws IllegalArgumentException if the memory can never be granted
     */
    public Lease lease(long partSize, Runnable granted) {
        check(partSize);
        Place place = new Place(slabs(partSize), granted);
        synchronized (this) {
            waiting.add(place);
        }
        grant();
        return place;
    }

    /** Returns true if a part that finds no free memory goes to disk. */
    public boolean spills() {
        return spillDirectory != null;
    }

    /** Returns a store in memory, for a part with a lease. */
    public PartStore inMemory() {
        return new MemoryPart(free);
    }

    /** Returns a store on disk, for a part without a lease. */
    public PartStore onDisk() throws SourceException {
        return SpilledPart.in(spillDirectory);
    }

    /** Leases the memory of one part if it is free and no other part waits for memory; empty otherwise. */
    public synchronized Optional<Lease> leaseNow(long partSize) {
        Place place = new Place(slabs(partSize), () -> {});
        if (!waiting.isEmpty() || leased + place.bytes > capacity) {
            return Optional.empty();
        }
        leased += place.bytes;
        place.held = true;
        return Optional.of(place);
    }

    private static long usable(long budget) {
        return budget / SlabPool.SIZE * SlabPool.SIZE;
    }

    private static long slabs(long bytes) {
        return ((bytes - 1) / SlabPool.SIZE + 1) * SlabPool.SIZE;
    }

    private void grant() {
        for (Place next = nextGranted(); next != null; next = nextGranted()) {
            next.granted.run();
        }
    }

    /** Grants nothing to those that wait from now on: they end, and would read for nothing. */
    public synchronized void close() {
        closed = true;
    }

    private synchronized Place nextGranted() {
        Place first = waiting.peek();
        if (closed || first == null || leased + first.bytes > capacity) {
            return null;
        }
        leased += first.bytes;
        first.held = true;
        return waiting.poll();
    }

    @Override
    public synchronized String toString() {
        return "PartBuffers: " + leased + " of " + capacity + " bytes leased";
    }

    private synchronized void end(Place place) {
        waiting.remove(place);
        if (place.held) {
            leased -= place.bytes;
            place.held = false;
        }
        if (leased == 0) {
            free.rest();
        }
    }

    private synchronized void shrink(Place place, long needed) {
        if (place.held && needed < place.bytes) {
            leased -= place.bytes - needed;
            place.bytes = needed;
        }
    }

    /** The right to the memory of one part, or a place in the queue for it. Thread-safe. */
    @FunctionalInterface
    public interface Lease {
        /** The lease of a part that needs no memory. */
        Lease NONE = () -> {};

        /** Gives back the memory beyond this size in bytes, because the part is shorter than expected. */
        default void keepOnly(long size) {}

        /** Gives the memory or the place in the queue back; only the first call counts. */
        void close();
    }

    private final class Place implements Lease {
        private final Runnable granted;

        // Guarded by the buffers
        private long bytes;
        private boolean held;

        Place(long bytes, Runnable granted) {
            this.bytes = bytes;
            this.granted = granted;
        }

        @Override
        public void keepOnly(long size) {
            shrink(this, slabs(Math.max(1, size)));
            grant();
        }

        @Override
        public void close() {
            end(this);
            grant();
        }
    }

    /** The bytes of a part in leased memory. The release also gives the lease back. */
    public static final record LeasedContent(PartContent content, PartBuffers.Lease lease) implements PartContent {

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public boolean last() {
            return content.last();
        }

        @Override
        public String origin() {
            return content.origin();
        }

        @Override
        public void writeTo(PartSink sink) throws IOException {
            content.writeTo(sink);
        }

        @Override
        public void release() {
            content.release();
            lease.close();
        }
    }
}
