// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The containers that were created just now, which not every server of the service may know yet. Thread-safe. */
public final class FreshContainers {

    static final FreshContainers NONE = new FreshContainers(() -> 0);

    // The time at which a container stops being fresh, on the monotonic clock.
    private final Map<String, Long> ends = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /** @param nanoTime a clock that never goes back, like {@link System#nanoTime} */
    public FreshContainers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Registers a container that is created or seen for the first time; does nothing if it is registered already. */
    void add(String videoId, Duration time) {
        long now = nanoTime.getAsLong();
        ends.values().removeIf(end -> now - end >= 0);
        if (!time.isZero()) {
            ends.putIfAbsent(videoId, now + time.toNanos());
        }
    }

    /** Removes a deleted container. */
    void remove(String videoId) {
        ends.remove(videoId);
    }

    /** Returns true if the container is fresh. */
    boolean contains(String videoId) {
        Long end = ends.get(videoId);
        return end != null && nanoTime.getAsLong() - end < 0;
    }
}
