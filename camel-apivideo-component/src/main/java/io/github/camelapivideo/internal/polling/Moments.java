// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import java.util.List;
import java.util.Optional;

/** Port: finds the videos that have reached the moment at which a route gets them. */
interface Moments {

    /** Reads what the tail needs, and returns what is new, the oldest first. If that fails, the tail stays as it is. */
    List<Sighting> read(Tail tail, AccountReads reads) throws ApiVideoException;

    /** Describes a video anew, right before its route; empty if it is not at the moment any more. */
    Optional<Video> look(String videoId, AccountReads reads) throws ApiVideoException;
}
