// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

/** The fate of the container that a failed upload created. */
public enum OnFailure {
    auto,
    delete,
    keep;

    /** @param resumable whether another upload can continue in it */
    boolean deletes(boolean resumable) {
        return this == delete || this == auto && !resumable;
    }
}
