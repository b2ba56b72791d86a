// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.thread.Workers;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that read sources, and the end of sources: the upload has its outcome already, so a failure to close is
 * only logged.
 */
public final class Sources {

    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    private Sources() {}

    /** Returns the threads that read a source: lanes only if a read never blocks for long. */
    public static Executor readers(PartSource source, Workers workers) {
        return source.isPrompt() ? workers.lanes() : workers.aside();
    }

    static void close(PartSource source, String uploadId) {
        quietly(source::close, uploadId);
    }

    /**
     * Closes a source that may not be read to its end.
     *
     * @param aside runs the close if it may block for long
     */
    public static void abandon(PartSource source, String uploadId, Executor aside) {
        if (source.closesPromptly()) {
            close(source, uploadId);
            return;
        }
        try {
            aside.execute(() -> quietly(source::abandon, uploadId));
        } catch (RejectedExecutionException e) {
            // The threads have been shut down: all work ends.
            quietly(source::abandon, uploadId);
        }
    }

    static void cutOff(PartSource source, String uploadId) {
        quietly(source::cutOff, uploadId);
    }

    private static void quietly(Closeable closing, String uploadId) {
        try {
            closing.close();
        } catch (IOException | RuntimeException | Error e) {
            LOG.debug("The source of upload {} could not be closed", uploadId, e);
        }
    }
}
