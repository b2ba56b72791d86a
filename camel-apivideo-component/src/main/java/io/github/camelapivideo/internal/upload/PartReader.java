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
    record Reading(PartContent content, Throwable problem) {}

    /** Reads the next part. */
    void read(long partSize, Consumer<Reading> end) {
        if (!source.isBuffered()) {
            end.accept(read(partSize, PartBuffers.Lease.NONE, () -> null));
        } else if (buffers.spills()) {
            end.accept(buffers.leaseNow(partSize)
                    .map(lease -> read(partSize, lease, buffers::inMemory))
                    .orElseGet(() -> read(partSize, PartBuffers.Lease.NONE, buffers::onDisk)));
        } else {
            readWhenFree(partSize, end);
        }
    }

    private void readWhenFree(long partSize, Consumer<Reading> end) {
        Signal free = new Signal(abort);
        PartBuffers.Lease lease = buffers.lease(partSize, free::give);
        free.then(threads.lanes(), () -> end.accept(read(partSize, lease, buffers::inMemory)), problem -> {
            lease.close();
            end.accept(new Reading(null, problem));
        });
    }

    /** Gets past the next part, which is not needed: its content is only what was there. */
    Reading pass(long partSize) {
        return read(partSize, PartBuffers.Lease.NONE, PassedPart::new);
    }

    /** Makes the place for a part. */
    @FunctionalInterface
    private interface Storing {
        PartStore begin() throws SourceException;
    }

    private Reading read(long partSize, PartBuffers.Lease lease, Storing storing) {
        Reading reading = read(partSize, storing);
        if (reading.content() == null) {
            lease.close();
            return reading;
        }
        lease.keepOnly(reading.content().length());
        return new Reading(new LeasedContent(reading.content(), lease), reading.problem());
    }

    private Reading read(long partSize, Storing storing) {
        Thread reader = Thread.currentThread();
        Abort.Registration interrupt = abort.onAbort(() -> end(reader));
        try (Watchdog.Watch watch = threads.watchdog().watch(sourceTimeout, this::stalled)) {
            return abort.isAborted()
                    ? new Reading(null, null)
                    : new Reading(source.next(partSize, storing.begin(), watch::moved), null);
        } catch (IOException | RuntimeException | Error e) {
            return new Reading(null, e);
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
