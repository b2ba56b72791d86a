// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.text.Secret;

/** The container that an upload is to fill. Immutable. */
public sealed interface UploadTarget {

    /** A container that is created for the upload. */
    record NewContainer(VideoCreation creation) implements UploadTarget {
        public NewContainer {
            UploadLabel.checkFree(creation);
        }
    }

    /**
     * The container that an earlier upload with the same key has left, or a new one.
     *
     * @param uploadKey the same for two uploads of the same bytes
     * @param strict true if a container that does not fit is an error; false if it is ignored
     */
    record Resumable(VideoCreation creation, String uploadKey, boolean strict) implements UploadTarget {
        public Resumable {
            UploadLabel.checkFree(creation);
        }
    }

    /** A container that exists and is empty. */
    record Existing(String videoId) implements UploadTarget {}

    /**
     * A container that the holder of an upload token may fill.
     *
     * @param videoId the identifier of the container; null if the first part creates it
     */
    record Delegated(Secret uploadToken, String videoId) implements UploadTarget {

        /** Returns the destination of the parts. */
        Destination destination() {
            boolean creates = videoId == null;
            return new Destination(videoId, uploadToken, creates, creates);
        }
    }

    /**
     * The container that receives a part, and its credentials. Immutable.
     *
     * @param videoId the identifier of the container; null until the first delegated part has created it
     * @param uploadToken null if the account's own credentials are used
     * @param wasEmpty true if the container has only parts of this upload or of an earlier one of the same bytes; false if
     *     unknown
     * @param own true if this upload created the container, and no other upload sends parts into it
     */
    public record Destination(String videoId, Secret uploadToken, boolean wasEmpty, boolean own) {

        /** Creates a destination that was empty before this upload, and into which other uploads may send parts too. */
        public Destination(String videoId, Secret uploadToken) {
            this(videoId, uploadToken, true, false);
        }

        /** Returns a container that this upload has created for itself alone. */
        static Destination created(String videoId) {
            return new Destination(videoId, null, true, true);
        }

        /** Returns true if the container exists, so that parts can be sent in any order. */
        public boolean isOpen() {
            return videoId != null;
        }

        /** Returns the same destination in the container that the first delegated part has created. */
        public Destination in(String newVideoId) {
            return new Destination(newVideoId, uploadToken, wasEmpty, own);
        }
    }
}
