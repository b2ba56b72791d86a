// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartSink;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.thread.StallDetector;
import io.github.camelapivideo.internal.thread.Workers;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * The bytes of a part that are read while they are sent. Detects that the source, not the service, makes no progress.
 * Thread-safe.
 */
public final class WatchedContent implements PartContent {

    private final PartContent content;
    private final Workers threads;
    private final Duration sourceTimeout;
    private final Consumer<SourceException> stalled;
    private volatile SourceException problem;

    // Guarded by this; null while nothing is written
    private Thread writer;

    /**
     * @param sourceTimeout the longest time without a byte from the source
     * @param stalled receives the failure after that time; the write ends later, when the source returns
     */
    public WatchedContent(
            PartContent content, Workers threads, Duration sourceTimeout, Consumer<SourceException> stalled) {
        this.content = content;
        this.threads = threads;
        this.sourceTimeout = sourceTimeout;
        this.stalled = stalled;
    }

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

    /** Returns true if the source has delivered nothing for too long. */
    public boolean isStalled() {
        return problem != null;
    }

    @Override
    public void writeTo(PartSink sink) throws IOException {
        begin();
        try (StallDetector.Watch watch = threads.stallDetector().watch(sourceTimeout, this::stall)) {
            content.writeTo(new SourceTime(sink, watch));
        } catch (IOException e) {
            if (problem != null) {
                throw problem;
            }
            throw e;
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        writer = Thread.currentThread();
    }

    private synchronized void end() {
        writer = null;
        if (problem != null) {
            // The interrupt was for the source, not for the next user of this thread.
            Thread.interrupted();
        }
    }

    private void stall() {
        problem = new SourceException(
                content.origin() + " has delivered nothing for " + sourceTimeout.toMillis() + " ms (sourceTimeout)");
        try {
            // Not on the timer: an interrupt closes the file, which may wait for the blocked read.
            threads.aside().execute(this::interrupt);
        } catch (RejectedExecutionException e) {
            // The threads have been shut down: all work ends.
        }
        stalled.accept(problem);
    }

    private synchronized void interrupt() {
        if (writer != null) {
            writer.interrupt();
        }
    }

    @Override
    public void release() {
        content.release();
    }

    /** Watches only the time between two writes, in which the source is read. */
    private record SourceTime(PartSink sink, StallDetector.Watch watch) implements PartSink {

        @Override
        public int copySize() {
            return sink.copySize();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            watch.pause();
            sink.write(bytes, offset, length);
            watch.resume();
        }
    }
}
