// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

/**
 * Where a part is sent.
 *
 * @param videoId the container; null while the first delegated part has yet to create it
 * @param uploadToken null if the account's own credentials are used
 * @param wasEmpty whether all that is there is of this upload, or of an earlier one of the same bytes; false if nobody
 *     can tell
 */
public record Destination(String videoId, Secret uploadToken, boolean wasEmpty) {

    /** Where there was nothing before this upload. */
    Destination(String videoId, Secret uploadToken) {
        this(videoId, uploadToken, true);
    }

    /** Whether there is a container that parts can go to in any order. */
    boolean isOpen() {
        return videoId != null;
    }

    Destination in(String newVideoId) {
        return new Destination(newVideoId, uploadToken, wasEmpty);
    }
}
