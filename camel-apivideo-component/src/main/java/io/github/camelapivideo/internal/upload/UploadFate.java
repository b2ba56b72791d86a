// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Decides once whether an upload is cancelled or complete, whichever comes first, so that a caller of {@code cancel} learns
 * the result. Thread-safe.
 */
public final class UploadFate {

    // Null until it is decided: then why the upload is cancelled, or empty if it is complete.
    private final AtomicReference<Optional<CancellationException>> cancelled = new AtomicReference<>();
    // The same for all that belongs to the upload.
    private final AtomicReference<Optional<CancellationException>> allCancelled = new AtomicReference<>();
    private volatile boolean more;

    /** More belongs to the upload than its video: it can be cancelled, too, when that is complete. */
    public void expectMore() {
        more = true;
    }

    boolean hasMore() {
        return more;
    }

    /**
     * Decides that the upload is cancelled, unless its video is complete already.
     *
     * @return true if it is cancelled, now or before, at least in what belongs to it besides its video
     */
    public boolean cancel(CancellationException why) {
        cancelled.compareAndSet(null, Optional.of(why));
        allCancelled.compareAndSet(null, Optional.of(why));
        return (more ? allCancelled : cancelled).get().isPresent();
    }

    /**
     * Decides that all is complete that belongs to the upload, unless it is cancelled already.
     *
     * @return why it is cancelled; empty if it is complete
     */
    public Optional<CancellationException> completeAll() {
        allCancelled.compareAndSet(null, Optional.empty());
        return allCancelled.get();
    }

    /**
     * Decides that the video is complete, unless the upload is cancelled already.
     *
     * @return why it is cancelled; empty if it is complete
     */
    Optional<CancellationException> complete() {
        cancelled.compareAndSet(null, Optional.empty());
        return cancelled.get();
    }
}
