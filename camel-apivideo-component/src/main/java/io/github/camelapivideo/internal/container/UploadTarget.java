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
}
