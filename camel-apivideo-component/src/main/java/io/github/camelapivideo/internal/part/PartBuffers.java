// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memory that all stream uploads of a component share, as one account sees it: a hard budget, leased part by part,
 * in which each account finds a share.
 *
 * <p>Every lease comes back, because a part that has its lease needs no other lease to be sent. Waiting holds no
 * thread. Thread-safe.
 */
public final class PartBuffers {

    /** The memory for the first bytes of a stream: 256 KiB, the least that is leased. */
    public static final long FIRST_BYTES = SlabPool.SIZE;

    private static final Logger LOG = LoggerFactory.getLogger(PartBuffers.class);
    private static final long WARNING_PAUSE = Duration.ofMinutes(10).toNanos();
    private static final long NEVER = Long.MIN_VALUE;

    private final long budget;
    private final Path spillDirectory;
    private final SlabPool free;
    private final FairMemory memory;
    private final Object account;

    // When it was last said that the disk is full
    private final AtomicLong warned;

    /**
     * @param budget the memory in bytes
     * @param spillDirectory the directory for parts that find no free memory; null if these parts wait, as they do if the
     *     disk is full
     */
    public PartBuffers(long budget, Path spillDirectory) {
        this.budget = budget;
        this.spillDirectory = spillDirectory;
        this.free = new SlabPool();
        this.memory = new FairMemory(usable(budget), free::rest);
        this.account = this;
        this.warned = new AtomicLong(NEVER);
    }

    private PartBuffers(PartBuffers shared, Object account) {
        this.budget = shared.budget;
        this.spillDirectory = shared.spillDirectory;
        this.free = shared.free;
        this.memory = shared.memory;
        this.account = account;
        this.warned = shared.warned;
    }

    /**
     * Returns the same memory as another account sees it.
     *
     * @param other is compared by identity
     */
    public PartBuffers of(Object other) {
        return new PartBuffers(this, other);
    }

    /** Returns the memory that can be leased in all, in bytes. */
    public long capacity() {
        return memory.capacity();
    }

    /**
     * Returns the memory on which one stream can count, in bytes.
     *
     * @param parts the number of parts that the stream holds at once
     */
    public long forStream(long parts) {
        return memory.forStream(parts);
    }

    /** Returns the memory that one more stream finds now, in bytes: all there is for those that are spilled. */
    public long left() {
        return spills() ? Long.MAX_VALUE : Math.max(0, memory.forStream(1) - memory.leased());
    }

    /** Returns the memory that is leased now, in bytes. */
    public long leased() {
        return memory.leased();
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
        if (SlabPool.slabs(partSize) > usable(budget) && spillDirectory == null) {
            throw new IllegalArgumentException("bufferMemory=" + budget + ": a stream in parts of " + partSize
                    + " bytes needs at least " + SlabPool.slabs(partSize) + "; raise bufferMemory or lower partSize");
        }
    }

    /**
     * Asks for the memory of one part. The action runs when the memory is granted: at once on this thread, or later on
     * the thread that gives memory back.
     *
     * @throws IllegalArgumentException if the memory can never be granted
     */
    public MemoryLease lease(long partSize, Runnable granted) {
        check(partSize);
        return memory.ask(account, SlabPool.slabs(partSize), granted);
    }

    /** Returns true if a part that finds no free memory goes to disk. */
    public boolean spills() {
        return spillDirectory != null;
    }

    /** Returns a store in memory, for a part with a lease. */
    public PartStore inMemory() {
        return new MemoryPart(free);
    }

    /** Returns a store on disk, for a part without a lease. It is full if the disk takes nothing. */
    public PartStore onDisk() {
        return SpilledPart.in(spillDirectory);
    }

    /**
     * Decides whether a part that the disk does not take may wait for memory. Warns of the disk, not more than every ten
     * minutes.
     *
     * @param size the memory in bytes
     * @return false if there is never so much
     */
    public boolean replaceDisk(long size, SourceException problem) {
        if (SlabPool.slabs(size) > usable(budget)) {
            return false;
        }
        long now = System.nanoTime();
        long last = warned.get();
        if ((last == NEVER || now - last > WARNING_PAUSE) && warned.compareAndSet(last, now)) {
            LOG.warn(
                    "{}. Parts that find no room there wait for bufferMemory until there is; uploads continue",
                    problem.getMessage());
        }
        return true;
    }

    /** Leases the memory of one part if it is granted at once; empty otherwise. */
    public Optional<MemoryLease> leaseNow(long partSize) {
        return Optional.ofNullable(memory.take(account, SlabPool.slabs(partSize)));
    }

    private static long usable(long budget) {
        return budget / SlabPool.SIZE * SlabPool.SIZE;
    }

    /** Grants nothing to those that wait from now on: they end, and would read for nothing. */
    public void close() {
        memory.close();
    }

    @Override
    public String toString() {
        return "PartBuffers: " + memory.leased() + " of " + memory.capacity() + " bytes leased";
    }

    /** The bytes of a part in leased memory. The release also gives the lease back. */
    public static final record LeasedContent(PartContent content, MemoryLease lease) implements PartContent {

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
