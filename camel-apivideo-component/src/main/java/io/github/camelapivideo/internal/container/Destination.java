// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.internal.text.Secret;

/**
 * Where a part is sent.
 *
 * @param videoId the container; null while the first delegated part has yet to create it
 * @param uploadToken null if the account's own credentials are used
 * @param wasEmpty whether all that is there is of this upload, or of an earlier one of the same bytes; false if nobody
 *     can tell
 * @param own whether this upload created the container, and no other upload sends parts there
 */
public record Destination(String videoId, Secret uploadToken, boolean wasEmpty, boolean own) {

    /** Where there was nothing before this upload, and where others may send parts too. */
    public Destination(String videoId, Secret uploadToken) {
        this(videoId, uploadToken, true, false);
    }

    /** A container that this upload has created for itself alone. */
    static Destination created(String videoId) {
        return new Destination(videoId, null, true, true);
    }

    /** Whether there is a container that parts can go to in any order. */
    public boolean isOpen() {
        return videoId != null;
    }

    public Destination in(String newVideoId) {
        return new Destination(newVideoId, uploadToken, wasEmpty, own);
    }
}
