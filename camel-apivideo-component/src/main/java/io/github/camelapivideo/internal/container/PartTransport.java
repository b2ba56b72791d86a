// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.Cancellation;
import io.github.camelapivideo.internal.call.SourceException;
import io.github.camelapivideo.internal.part.Part;
import java.util.function.LongConsumer;

/** Carries parts to the service. Thread-safe. */
public interface PartTransport {

    /**
     * Sends one part, once; blocks until the service has answered.
     *
     * @param written is told of every few bytes that went out
     * @param cancellation ends the request early
     * @throws ApiVideoException if the service refused the part or did not answer
     * @throws SourceException if the part cannot be read
     */
    Video send(Destination destination, String fileName, Part part, LongConsumer written, Cancellation cancellation)
            throws ApiVideoException, SourceException;
}
