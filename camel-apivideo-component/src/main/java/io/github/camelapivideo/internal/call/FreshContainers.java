// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The containers that were created just now, so that the service may not know them everywhere yet. Thread-safe. */
public final class FreshContainers {

    static final FreshContainers NONE = new FreshContainers(() -> 0);

    // When they are no longer fresh, on the monotonic clock.
    private final Map<String, Long> ends = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /** @param nanoTime never goes back, like {@link System#nanoTime} */
    public FreshContainers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The container was created just now, or was heard of for the first time; unless it is fresh already. */
    void add(String videoId, Duration time) {
        long now = nanoTime.getAsLong();
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
        return end != null && nanoTime.getAsLong() - end < 0;
    }
}
