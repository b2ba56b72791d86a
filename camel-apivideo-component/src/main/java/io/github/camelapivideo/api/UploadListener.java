// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

/**
 * Receives the progress of uploads. The option {@code uploadListener} takes a bean of this type.
 *
 * <p>Many uploads may call one listener at the same time, so it must be thread-safe. The calls for one upload come one
 * after another, at most about ten a second, and the end of the upload is always among them. An exception of the
 * listener is logged and otherwise ignored. The listener should return soon, because the upload may wait for it.
 *
 * <pre>{@code
 * @BindToRegistry
 * public UploadListener bars = progress -> screen.draw(progress.fileName(), progress.percent());
 * }</pre>
 */
@FunctionalInterface
public interface UploadListener {

    /** Receives a snapshot: the upload has begun, has sent more bytes, sends the files beside its video, or has ended. */
    void onProgress(UploadProgress progress);
}
