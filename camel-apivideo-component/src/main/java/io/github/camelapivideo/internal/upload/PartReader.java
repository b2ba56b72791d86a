// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Reads the parts of one source, one after another, into memory that is leased for them, or onto disk. A part is read on
 * the caller's thread, or on a lane if it has to wait for memory; waiting holds no thread.
 */
final class PartReader {

    private final PartSource source;
    private final PartBuffers buffers;
    private final UploadSession.Threads threads;
    private final String uploadId;
    private final Duration sourceTimeout;
    private final Abort abort;
    private final Consumer<SourceException> stalled;

    /**
     * @param sourceTimeout for how long the source may deliver nothing
     * @param stalled is told when it has; the reading goes on until the source lets go of it
     */
    PartReader(
            PartSource source,
            PartBuffers buffers,
            UploadSession.Threads threads,
            String uploadId,
            Duration sourceTimeout,
            Abort abort,
            Consumer<SourceException> stalled) {
        this.source = source;
        this.buffers = buffers;
        this.threads = threads;
        this.uploadId = uploadId;
        this.sourceTimeout = sourceTimeout;
        this.abort = abort;
        this.stalled = stalled;
    }

    /**
     * The end of a reading.
     *
     * @param content null if there is none
     * @param problem null if there is none, or if everything is over
     */
    record Reading(PartContent content, Throwable problem) {

        /** The same, with the lease of its memory; of a reading that has failed the lease is given back. */
        Reading with(PartBuffers.Lease lease) {
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
    interface Storing {
        PartStore begin() throws SourceException;
    }

    /** What is done with the place for a part. */
    @FunctionalInterface
    interface Room {
        void use(PartBuffers.Lease lease, Storing storing);
    }

    /** Reads the next part. */
    void read(long partSize, Consumer<Reading> end) {
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
    void withRoom(long partSize, Room room, Consumer<Throwable> lost) {
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
        Signal free = new Signal(abort);
        PartBuffers.Lease lease = buffers.lease(partSize, free::give);
        free.then(threads.lanes(), () -> room.use(lease, buffers::inMemory), problem -> {
            lease.close();
            lost.accept(problem);
        });
    }

    /** Gets past the next part, which is not needed: its content is only what was there. */
    Reading pass(long partSize) {
        return read(partSize, PassedPart::new);
    }

    /** Reads the next part into the place that is made for it. */
    Reading read(long partSize, Storing storing) {
        Outcome<PartContent> read = watched(moved -> source.next(partSize, storing.begin(), moved));
        return new Reading(read.result(), read.problem());
    }

    /** What reads from the source; tells whenever that has delivered something. */
    @FunctionalInterface
    interface Work<T> {
        T run(Runnable moved) throws IOException;
    }

    /**
     * The end of some work.
     *
     * @param result null if there is none
     * @param problem null if there is none, or if everything is over
     */
    record Outcome<T>(T result, Throwable problem) {}

    /** Works on the source, and notices when that delivers nothing. */
    <T> Outcome<T> watched(Work<T> work) {
        Thread reader = Thread.currentThread();
        Abort.Registration interrupt = abort.onAbort(() -> end(reader));
        try (Watchdog.Watch watch = threads.watchdog().watch(sourceTimeout, this::stalled)) {
            return abort.isAborted() ? new Outcome<>(null, null) : new Outcome<>(work.run(watch::moved), null);
        } catch (IOException | RuntimeException | Error e) {
            return new Outcome<>(null, e);
        } finally {
            interrupt.close();
            if (abort.isAborted()) {
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
