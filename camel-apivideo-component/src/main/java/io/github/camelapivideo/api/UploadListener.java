// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

/**
 * Is told how uploads get on: the option {@code uploadListener} takes a bean of this type.
 *
 * <p>One listener may be told of many uploads at once, so it has to be thread-safe; of one upload it is told by one
 * thread at a time, at most about ten times a second, and always of its end. What it throws is logged and otherwise
 * ignored. It should return soon, because an upload may wait for it.
 */
@FunctionalInterface
public interface UploadListener {

    /** An upload has begun, has got on, or has ended. */
    void onProgress(UploadProgress progress);
}
