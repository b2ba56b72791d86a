// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.event;

import io.github.camelapivideo.ApiVideoConstants;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Exchange;

/** What the routes of all nodes have done. Thread-safe. */
final class Ledger {

    private final Map<String, LongAdder> processed = new ConcurrentHashMap<>();

    /** The last step of a route. */
    void enter(Exchange exchange) {
        String videoId = exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        processed.computeIfAbsent(videoId, first -> new LongAdder()).increment();
    }

    /** Returns how many times a route has come to its end with the event about a video. */
    long processed(String videoId) {
        LongAdder times = processed.get(videoId);
        return times == null ? 0 : times.sum();
    }

    /** Returns the number of events that have come to the end of a route, at least once. */
    int size() {
        return processed.size();
    }
}
