// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.UploadListener;
import io.github.camelapivideo.api.UploadProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener whose failures are logged and otherwise ignored. As thread-safe as the listener.
 *
 * @param listener null for none
 */
record SafeListener(UploadListener listener) implements UploadListener {

    private static final Logger LOG = LoggerFactory.getLogger(SafeListener.class);

    @Override
    public void onProgress(UploadProgress now) {
        try {
            if (listener != null) {
                listener.onProgress(now);
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("The uploadListener failed; the upload continues", e);
        }
    }
}
