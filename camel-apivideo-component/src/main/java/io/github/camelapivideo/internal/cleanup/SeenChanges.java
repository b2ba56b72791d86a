// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.cleanup;

import io.github.camelapivideo.api.VideoStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statuses of old, incomplete containers, and when they were seen to change: the description of a video does not say
 * when its last part came. Thread-safe.
 */
final class SeenChanges {

    private final Duration maxAge;
    private final Map<String, Seen> all = new ConcurrentHashMap<>();

    SeenChanges(Duration maxAge) {
        this.maxAge = maxAge;
    }

    /** @param changed the time of the service when the status was seen to have changed; null if it was not */
    private record Seen(VideoStatus status, Instant changed) {}

    /**
     * Notes a status.
     *
     * @param now the time of the service
     * @return false if it has changed within the maximum age, so far as it was seen
     */
    boolean rests(String videoId, VideoStatus status, Instant now) {
        Seen seen = all.merge(
                videoId,
                new Seen(status, null),
                (before, fresh) -> before.status().equals(status) ? before : new Seen(status, now));
        return seen.changed() == null || !seen.changed().isAfter(now.minus(maxAge));
    }

    void forget(String videoId) {
        all.remove(videoId);
    }
}
