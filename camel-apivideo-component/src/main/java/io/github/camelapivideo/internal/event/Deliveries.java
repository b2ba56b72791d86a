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
    private final AtomicLong repeated = new AtomicLong();
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

    /** Counts an event that the route has had, or has now; its answer counts besides. */
    public void countRepeated() {
        repeated.incrementAndGet();
    }

    /** Returns the deliveries that were answered, whatever the answer. */
    public long received() {
        return accepted.get() + failed.get() + postponed.get() + refused.get();
    }

    /** Returns the deliveries that were refused for good: their signature is wrong, or they are too large or no event. */
    public long refused() {
        return refused.get();
    }

    /** Returns the deliveries that the service has to repeat: the route has failed, or could not take them. */
    public long postponed() {
        return failed.get() + postponed.get();
    }

    public long repeated() {
        return repeated.get();
    }

    /** Returns the time of the latest genuine event; null if there was none. */
    public Instant latest() {
        return latest;
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
