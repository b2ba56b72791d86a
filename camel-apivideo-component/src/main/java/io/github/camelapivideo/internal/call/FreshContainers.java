// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/** The containers that were created just now, which not every server of the service may know yet. Thread-safe. */
public final class FreshContainers {

    static final FreshContainers NONE = new FreshContainers(() -> 0);

    // The time at which a container stops being fresh, on the monotonic clock.
    private final Map<String, Long> ends = new ConcurrentHashMap<>();
    private final Queue<String> order = new ConcurrentLinkedQueue<>();
    private final LongSupplier nanoTime;

    /** @param nanoTime a clock that never goes back, like {@link System#nanoTime} */
    public FreshContainers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Registers a container that is created or seen for the first time; does nothing if it is registered already. */
    void add(String videoId, Duration time) {
        long now = nanoTime.getAsLong();
        forget(now);
        if (!time.isZero() && !isFreshAt(now, ends.get(videoId))) {
            ends.put(videoId, now + time.toNanos());
            order.add(videoId);
        }
    }

    // Only the oldest, so that a batch of many small videos does not look through all of them with each.
    private void forget(long now) {
        for (String oldest = order.peek(); oldest != null && !isFreshAt(now, ends.get(oldest)); oldest = order.peek()) {
            if (order.remove(oldest)) {
                ends.remove(oldest);
            }
        }
    }

    private static boolean isFreshAt(long now, Long end) {
        return end != null && now - end < 0;
    }

    /** Removes a deleted container. */
    void remove(String videoId) {
        ends.remove(videoId);
    }

    /** Returns true if the container is fresh. */
    boolean contains(String videoId) {
        return isFreshAt(nanoTime.getAsLong(), ends.get(videoId));
    }
}
