// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The containers that were created just now, so that the service may not know them everywhere yet. Thread-safe. */
public final class FreshContainers {

    // When they are fresh no more, on the clock of System.nanoTime.
    private final Map<String, Long> ends = new ConcurrentHashMap<>();

    /** The container was created just now, or was heard of for the first time; unless it is fresh already. */
    void add(String videoId, Duration time) {
        long now = System.nanoTime();
        ends.values().removeIf(end -> now - end >= 0);
        if (!time.isZero()) {
            ends.putIfAbsent(videoId, now + time.toNanos());
        }
    }

    /** The container is deleted. */
    void remove(String videoId) {
        ends.remove(videoId);
    }

    boolean contains(String videoId) {
        Long end = ends.get(videoId);
        return end != null && System.nanoTime() - end < 0;
    }
}
