// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import io.github.camelapivideo.api.Video;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A video that a list has shown. No more of it is kept: the description of a private video opens it. Immutable.
 *
 * @param key tells the moment apart from others, also of the same video
 * @param time the service's time of the moment; null if it is missing, cannot be read, or is no time that a clock
 *     shows now
 * @param wanted false if the video has not reached the moment
 */
record Sighting(String videoId, String key, Instant time, boolean wanted) {

    /** @param latest a later time is not believed: everything after such a video would be taken for old */
    static Sighting of(Video video, Emit emit, Instant latest) {
        Instant time = instant(emit.time(video));
        boolean believed = time != null && !time.isAfter(latest);
        return new Sighting(video.videoId(), emit.key(video), believed ? time : null, emit.wants(video));
    }

    private static Instant instant(String time) {
        try {
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns true if the moment is known to be before a time. */
    boolean isBefore(Instant floor) {
        return time != null && time.isBefore(floor);
    }
}
