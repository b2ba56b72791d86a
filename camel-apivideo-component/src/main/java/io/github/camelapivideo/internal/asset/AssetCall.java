// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.asset;

import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RequestBody;

/**
 * The request that sends a small file. Immutable.
 *
 * @param post makes the request of the form with the file
 * @param existing reads what there is under the same name; null if the request may be repeated, or says itself that it
 *     may not
 */
public record AssetCall<T>(Post<T> post, ApiCall<T> existing) {

    /** Makes a request of a form. */
    @FunctionalInterface
    public interface Post<T> {
        ApiCall<T> of(RequestBody.File form);
    }

    public static <T> AssetCall<T> of(Post<T> post) {
        return new AssetCall<>(post, null);
    }
}
