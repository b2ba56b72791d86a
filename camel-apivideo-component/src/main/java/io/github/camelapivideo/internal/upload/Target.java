// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.VideoCreation;

/** Into which container an upload goes. */
public sealed interface Target {

    /** One that is created for it. */
    record NewContainer(VideoCreation creation) implements Target {
        public NewContainer {
            Mark.checkFree(creation);
        }
    }

    /**
     * The one that an earlier upload with the same key has left, or else a new one.
     *
     * @param uploadKey says that two uploads are of the same bytes
     * @param strict whether a container that does not fit is an error, instead of being passed over
     */
    record Resumable(VideoCreation creation, String uploadKey, boolean strict) implements Target {
        public Resumable {
            Mark.checkFree(creation);
        }
    }

    /** One that exists and is empty. */
    record Existing(String videoId) implements Target {}

    /**
     * One that the holder of an upload token may fill.
     *
     * @param videoId null if the first part is to create it
     */
    record Delegated(Secret uploadToken, String videoId) implements Target {

        /** Where its parts go. */
        Destination destination() {
            boolean creates = videoId == null;
            return new Destination(videoId, uploadToken, creates, creates);
        }
    }
}
