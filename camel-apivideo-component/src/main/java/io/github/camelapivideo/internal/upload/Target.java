// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.VideoCreation;

/** Into which container an upload goes. */
public sealed interface Target {

    /** One that is created for it. */
    record NewContainer(VideoCreation creation) implements Target {}

    /** One that exists and is empty. */
    record Existing(String videoId) implements Target {}

    /**
     * One that the holder of an upload token may fill.
     *
     * @param videoId null if the first part is to create it
     */
    record Delegated(Secret uploadToken, String videoId) implements Target {}
}
