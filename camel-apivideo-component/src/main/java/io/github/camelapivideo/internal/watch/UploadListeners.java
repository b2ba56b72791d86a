// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.api.UploadProgress;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several listeners, told one after another; what one of them throws, the others do not notice. Thread-safe. */
public final class UploadListeners implements UploadListener {

    private static final Logger LOG = LoggerFactory.getLogger(UploadListeners.class);

    private final List<UploadListener> listeners;

    UploadListeners(List<UploadListener> listeners) {
        this.listeners = listeners;
    }

    /** Returns the listeners of the registry, also those without a name; empty if there are not several. */
    public static Optional<UploadListener> ofRegistry(CamelContext context) {
        List<UploadListener> found = List.copyOf(context.getRegistry().findByType(UploadListener.class));
        if (found.size() < 2) {
            return Optional.empty();
        }
        LOG.info(
                "Uploads tell the {} listeners of the registry; the option uploadListener chooses one of them",
                found.size());
        return Optional.of(new UploadListeners(found));
    }

    @Override
    public void onProgress(UploadProgress progress) {
        for (UploadListener listener : listeners) {
            try {
                listener.onProgress(progress);
            } catch (RuntimeException | Error e) {
                LOG.warn("The uploadListener failed; the upload continues", e);
            }
        }
    }
}
