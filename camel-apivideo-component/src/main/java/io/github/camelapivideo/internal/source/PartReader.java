// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.part.JoinedContent;
import io.github.camelapivideo.internal.part.MemoryLease;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.part.PartBuffers.LeasedContent;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartStore;
import io.github.camelapivideo.internal.part.SkippedPart;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Gate;
import io.github.camelapivideo.internal.thread.StallDetector;
import io.github.camelapivideo.internal.thread.Workers;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads the parts of one source, one after another, into leased memory or onto disk. A part is read on the caller's
 * thread, or on another of the {@link Sources#readers} if it has to wait for memory; waiting holds no thread. For one
 * part at a time; does not close the source.
 */
public final class PartReader {

    private final PartSource source;
    private final PartBuffers buffers;
    private final Workers threads;
    private final String uploadId;
    private final Duration sourceTimeout;
    private final Cancellation cancellation;
    private final PartSource.Listener listener;

    private boolean begun;

    /** @param sourceTimeout the longest time without a byte from the source */
    public PartReader(
            PartSource source,
            PartBuffers buffers,
            Workers threads,
            String uploadId,
            Duration sourceTimeout,
            Cancellation cancellation,
            PartSource.Listener listener) {
        this.source = source;
        this.buffers = buffers;
        this.threads = threads;
        this.uploadId = uploadId;
        this.sourceTimeout = sourceTimeout;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /**
     * The outcome of a read.
     * @param content the bytes of the part; null if the read failed or was cancelled
     * @param problem the failure; null if the read succeeded or was cancelled
     */
    public record Reading(PartContent content, Throwable problem) {

        /** Returns the outcome with the lease of its memory; closes the lease if the outcome has no content. */
        public Reading with(MemoryLease lease) {
            if (content == null) {
                lease.close();
                return this;
            }
            lease.keepOnly(content.length());
            return new Reading(new LeasedContent(content, lease), problem);
        }
    }

    /**
     * The beginning of a part.
     *
     * @param lease the memory for the whole part, or only for these bytes if the source ends with them
     * @param storing creates the store for the rest
     */
    public record Beginning(Reading reading, MemoryLease lease, Storing storing) {}

    /** Creates the store for a part. */
    @FunctionalInterface
    public interface Storing {
        PartStore begin() throws SourceException;
    }

    /**
     * Reads the next part.
     *
     * @param partSize the wanted size in bytes
     * @param end receives the outcome
     */
    public void read(long partSize, Consumer<Reading> end) {
        begin(partSize, partSize, begun -> end.accept(begun.reading().with(begun.lease())));
    }

    /**
     * Reads the beginning of the next part. The source gets little memory for its first bytes, and the memory of a part
     * when it has more (decision 025).
     *
     * @param size the wanted size of the beginning in bytes
     * @param partSize the size of the part in bytes
     * @param end receives the outcome
     */
    public void begin(long size, long partSize, Consumer<Beginning> end) {
        boolean mayBeShort = !begun && source.isBuffered() && !buffers.spills() && size > PartBuffers.FIRST_BYTES;
        begun = true;
        if (mayBeShort) {
            begin(PartBuffers.FIRST_BYTES, PartBuffers.FIRST_BYTES, first -> goOn(first, size, partSize, end));
        } else {
            withRoom(
                    partSize,
                    (lease, storing) -> whole(new Beginning(read(size, storing), lease, storing), size, partSize, end),
                    problem -> end.accept(failed(problem)));
        }
    }

    private static Beginning failed(Throwable problem) {
        return new Beginning(new Reading(null, problem), MemoryLease.NONE, null);
    }

    private void goOn(Beginning first, long size, long partSize, Consumer<Beginning> end) {
        PartContent content = first.reading().content();
        if (content == null || content.last()) {
            end.accept(first);
        } else {
            extend(content, first.lease(), size, partSize, end);
        }
    }

    /**
     * Reads more of a part whose beginning has too little memory.
     *
     * @param content the beginning; released if the rest cannot be read
     * @param lease its memory, which is given back: waiting for more while holding some could deadlock
     * @param size the wanted size with the beginning, in bytes
     * @param partSize the size of the part in bytes
     * @param end receives the outcome
     */
    public void extend(PartContent content, MemoryLease lease, long size, long partSize, Consumer<Beginning> end) {
        lease.close();
        whenFree(
                partSize,
                (larger, storing) -> end.accept(new Beginning(rest(content, size, storing), larger, storing)),
                problem -> {
                    content.release();
                    end.accept(failed(problem));
                });
    }

    /** Reads the rest of a part that has got its memory. */
    public void rest(PartContent content, MemoryLease lease, long size, Storing storing, Consumer<Reading> end) {
        whole(
                new Beginning(rest(content, size, storing), lease, storing),
                size,
                size,
                begun -> end.accept(begun.reading().with(begun.lease())));
    }

    /** Reads in memory what the disk does not take. */
    private void whole(Beginning begun, long size, long partSize, Consumer<Beginning> end) {
        PartContent content = begun.reading().content();
        SourceException full =
                content == null || content.last() || content.length() == size ? null : content.cutShort();
        long missing = begun.lease() == MemoryLease.NONE && full != null ? partSize - content.length() : partSize;
        if (full == null) {
            end.accept(begun);
        } else if (buffers.replaceDisk(missing, full)) {
            extend(content, begun.lease(), size, missing, end);
        } else {
            content.release();
            begun.lease().close();
            end.accept(failed(full));
        }
    }

    /**
     * Reads the rest of a part.
     *
     * @param content the beginning; released if the rest cannot be read
     * @param size the wanted size with the beginning, in bytes
     */
    public Reading rest(PartContent content, long size, Storing storing) {
        if (content.last() || content.length() == size) {
            return new Reading(content, null);
        }
        Reading rest = read(size - content.length(), storing);
        if (rest.content() == null) {
            content.release();
            return rest;
        }
        return new Reading(new JoinedContent(content, rest.content()), rest.problem());
    }

    /**
     * Gets memory for a part, or a file if no memory is free and parts may be spilled.
     *
     * @param lost receives the failure if no thread can continue after the wait
     */
    private void withRoom(long partSize, BiConsumer<MemoryLease, Storing> room, Consumer<Throwable> lost) {
        if (!source.isBuffered()) {
            room.accept(MemoryLease.NONE, () -> null);
        } else if (buffers.spills()) {
            buffers.leaseNow(partSize)
                    .ifPresentOrElse(
                            lease -> room.accept(lease, buffers::inMemory),
                            () -> room.accept(MemoryLease.NONE, buffers::onDisk));
        } else {
            whenFree(partSize, room, lost);
        }
    }

    private void whenFree(long partSize, BiConsumer<MemoryLease, Storing> room, Consumer<Throwable> lost) {
        Gate free = new Gate(cancellation);
        MemoryLease lease = buffers.lease(partSize, free::open);
        if (!free.isOpen()) {
            listener.waitsForMemory();
        }
        free.then(Sources.readers(source, threads), () -> room.accept(lease, buffers::inMemory), problem -> {
            lease.close();
            lost.accept(problem);
        });
    }

    /** Skips the next part, which the service has: the content has its length, but not its bytes. */
    public Reading pass(long partSize) {
        return read(partSize, SkippedPart::new);
    }

    /** Reads the next part into a new store. */
    public Reading read(long partSize, Storing storing) {
        Outcome<PartContent> read = watched(moved -> source.next(partSize, storing.begin(), moved));
        return new Reading(read.result(), read.problem());
    }

    /** Reads from the source, and reports each delivery of bytes. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Runnable moved) throws IOException;
    }

    /**
     * The outcome of some work.
     * @param result the result; null if the work failed or was cancelled
     * @param problem the failure; null if the work succeeded or was cancelled
     */
    public record Outcome<T>(T result, Throwable problem) {}

    /** Runs work on the source and detects that the source delivers nothing. */
    public <T> Outcome<T> watched(Work<T> work) {
        Thread reader = Thread.currentThread();
        Cancellation.Registration interrupt = cancellation.onCancel(() -> end(reader));
        try (StallDetector.Watch watch = threads.stallDetector().watch(sourceTimeout, this::stalled)) {
            listener.waitsForSource();
            return cancellation.isCancelled() ? new Outcome<>(null, null) : new Outcome<>(work.run(moved(watch)), null);
        } catch (IOException | RuntimeException | Error e) {
            return new Outcome<>(null, e);
        } finally {
            interrupt.close();
            listener.waitsNoMore();
            if (cancellation.isCancelled()) {
                // The interrupt was for the source, not for the next user of this thread.
                Thread.interrupted();
            }
        }
    }

    private Runnable moved(StallDetector.Watch watch) {
        return () -> {
            watch.moved();
            listener.sourceDelivered();
        };
    }

    /** Ends a read after the cancellation: interrupts it, and cuts the source off if the read may still block. */
    private void end(Thread reader) {
        reader.interrupt();
        if (!source.isPrompt()) {
            cutOff();
        }
    }

    private void stalled() {
        cutOff();
        listener.stalled(new SourceException(
                "The body has delivered nothing for " + sourceTimeout.toMillis() + " ms (sourceTimeout)"));
    }

    // Not on a lane: stalled sources, which only a cut-off ends, may hold all of them.
    private void cutOff() {
        try {
            threads.aside().execute(() -> Sources.cutOff(source, uploadId));
        } catch (RejectedExecutionException e) {
            // The threads have been shut down: all work ends.
        }
    }
}
