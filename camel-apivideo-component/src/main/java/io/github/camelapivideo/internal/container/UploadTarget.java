// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.text.Secret;

/** Into which container an upload goes. */
public sealed interface UploadTarget {

    /** One that is created for it. */
    record NewContainer(VideoCreation creation) implements UploadTarget {
        public NewContainer {
            UploadLabel.checkFree(creation);
        }
    }

    /**
     * The one that an earlier upload with the same key has left, or else a new one.
     *
     * @param uploadKey says that two uploads are of the same bytes
     * @param strict whether a container that does not fit is an error, instead of being passed over
     */
    record Resumable(VideoCreation creation, String uploadKey, boolean strict) implements UploadTarget {
        public Resumable {
            UploadLabel.checkFree(creation);
        }
    }

    /** One that exists and is empty. */
    record Existing(String videoId) implements UploadTarget {}

    /**
     * One that the holder of an upload token may fill.
     *
     * @param videoId null if the first part is to create it
     */
    record Delegated(Secret uploadToken, String videoId) implements UploadTarget {

        /** Where its parts go. */
        Destination destination() {
            boolean creates = videoId == null;
            return new Destination(videoId, uploadToken, creates, creates);
        }
    }
}
