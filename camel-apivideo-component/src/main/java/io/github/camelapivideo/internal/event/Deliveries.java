// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Counts the deliveries to a route by their answers. Thread-safe. */
public final class Deliveries {

    private final Supplier<Instant> now;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong postponed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile Instant latest;

    /** @param now the time of a delivery, for people */
    public Deliveries(Supplier<Instant> now) {
        this.now = now;
    }

    void count(HttpAnswer answer) {
        switch (answer) {
            case ACCEPTED -> genuine(accepted);
            case FAILED -> genuine(failed);
            case BUSY -> postponed.incrementAndGet();
            case UNREADABLE, FORGED, TOO_LARGE -> refused.incrementAndGet();
        }
    }

    private void genuine(AtomicLong counter) {
        latest = now.get();
        counter.incrementAndGet();
    }

    /** Returns the numbers by name, and the time of the latest event if there was one. */
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("events.accepted", accepted.get());
        details.put("events.failed", failed.get());
        details.put("events.postponed", postponed.get());
        details.put("events.refused", refused.get());
        if (latest != null) {
            details.put("events.latest", latest.toString());
        }
        return details;
    }
}
