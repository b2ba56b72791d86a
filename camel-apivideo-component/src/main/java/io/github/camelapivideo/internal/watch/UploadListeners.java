// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.api.UploadProgress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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

    /**
     * Returns what tells the listeners that the registry has now, also those without a name; null if it has none.
     *
     * @param known how many there were last time; another number is logged
     */
    public static UploadListener ofRegistry(CamelContext context, AtomicInteger known) {
        List<UploadListener> found = List.copyOf(context.getRegistry().findByType(UploadListener.class));
        if (known.getAndSet(found.size()) != found.size() && found.size() > 1) {
            LOG.info(
                    "Uploads tell the {} listeners of the registry; the option uploadListener chooses one of them",
                    found.size());
        }
        if (found.isEmpty()) {
            return null;
        }
        return found.size() == 1 ? found.get(0) : new UploadListeners(found);
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
