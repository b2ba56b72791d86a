// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.part.LeasedContent;
import io.github.camelapivideo.internal.part.PartBuffers;
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
import java.util.function.Consumer;

/**
 * Reads the parts of one source, one after another, into memory that is leased for them, or onto disk. A part is read on
 * the caller's thread, or on a lane if it has to wait for memory; waiting holds no thread.
 */
public final class PartReader {

    private final PartSource source;
    private final PartBuffers buffers;
    private final Workers threads;
    private final String uploadId;
    private final Duration sourceTimeout;
    private final Cancellation cancellation;
    private final Consumer<SourceException> stalled;

    /**
     * @param sourceTimeout for how long the source may deliver nothing
     * @param stalled is told when it has; the reading goes on until the source lets go of it
     */
    public PartReader(
            PartSource source,
            PartBuffers buffers,
            Workers threads,
            String uploadId,
            Duration sourceTimeout,
            Cancellation cancellation,
            Consumer<SourceException> stalled) {
        this.source = source;
        this.buffers = buffers;
        this.threads = threads;
        this.uploadId = uploadId;
        this.sourceTimeout = sourceTimeout;
        this.cancellation = cancellation;
        this.stalled = stalled;
    }

    /**
     * The end of a reading.
     *
     * @param content null if there is none
     * @param problem null if there is none, or if everything is over
     */
    public record Reading(PartContent content, Throwable problem) {

        /** The same, with the lease of its memory; of a reading that has failed the lease is given back. */
        public Reading with(PartBuffers.Lease lease) {
            if (content == null) {
                lease.close();
                return this;
            }
            lease.keepOnly(content.length());
            return new Reading(new LeasedContent(content, lease), problem);
        }
    }

    /** Makes the place for a part. */
    @FunctionalInterface
    public interface Storing {
        PartStore begin() throws SourceException;
    }

    /** What is done with the place for a part. */
    @FunctionalInterface
    public interface Room {
        void use(PartBuffers.Lease lease, Storing storing);
    }

    /** Reads the next part. */
    public void read(long partSize, Consumer<Reading> end) {
        withRoom(
                partSize,
                (lease, storing) -> end.accept(read(partSize, storing).with(lease)),
                problem -> end.accept(new Reading(null, problem)));
    }

    /**
     * Finds room for a part: memory, or disk where there is none and parts may go there.
     *
     * @param lost is told why there is none
     */
    public void withRoom(long partSize, Room room, Consumer<Throwable> lost) {
        if (!source.isBuffered()) {
            room.use(PartBuffers.Lease.NONE, () -> null);
        } else if (buffers.spills()) {
            buffers.leaseNow(partSize)
                    .ifPresentOrElse(
                            lease -> room.use(lease, buffers::inMemory),
                            () -> room.use(PartBuffers.Lease.NONE, buffers::onDisk));
        } else {
            whenFree(partSize, room, lost);
        }
    }

    private void whenFree(long partSize, Room room, Consumer<Throwable> lost) {
        Gate free = new Gate(cancellation);
        PartBuffers.Lease lease = buffers.lease(partSize, free::open);
        free.then(threads.lanes(), () -> room.use(lease, buffers::inMemory), problem -> {
            lease.close();
            lost.accept(problem);
        });
    }

    /** Gets past the next part, which is not needed: its content is only what was there. */
    public Reading pass(long partSize) {
        return read(partSize, SkippedPart::new);
    }

    /** Reads the next part into the place that is made for it. */
    public Reading read(long partSize, Storing storing) {
        Outcome<PartContent> read = watched(moved -> source.next(partSize, storing.begin(), moved));
        return new Reading(read.result(), read.problem());
    }

    /** What reads from the source; tells whenever that has delivered something. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Runnable moved) throws IOException;
    }

    /**
     * The end of some work.
     *
     * @param result null if there is none
     * @param problem null if there is none, or if everything is over
     */
    public record Outcome<T>(T result, Throwable problem) {}

    /** Works on the source, and notices when that delivers nothing. */
    public <T> Outcome<T> watched(Work<T> work) {
        Thread reader = Thread.currentThread();
        Cancellation.Registration interrupt = cancellation.onCancel(() -> end(reader));
        try (StallDetector.Watch watch = threads.stallDetector().watch(sourceTimeout, this::stalled)) {
            return cancellation.isCancelled() ? new Outcome<>(null, null) : new Outcome<>(work.run(watch::moved), null);
        } catch (IOException | RuntimeException | Error e) {
            return new Outcome<>(null, e);
        } finally {
            interrupt.close();
            if (cancellation.isCancelled()) {
                // The interrupt was for the source, not for the next user of this thread.
                Thread.interrupted();
            }
        }
    }

    /** Ends a reading that nobody wants any more; a prompt one is waited for. */
    private void end(Thread reader) {
        reader.interrupt();
        if (!source.isPrompt()) {
            cutOff();
        }
    }

    private void stalled() {
        cutOff();
        stalled.accept(new SourceException(
                "The body has delivered nothing for " + sourceTimeout.toMillis() + " ms (sourceTimeout)"));
    }

    // Not on a lane: all of them may be held by sources that only this ends.
    private void cutOff() {
        try {
            threads.aside().execute(() -> Sources.cutOff(source, uploadId));
        } catch (RejectedExecutionException e) {
            // Everything ends.
        }
    }
}
