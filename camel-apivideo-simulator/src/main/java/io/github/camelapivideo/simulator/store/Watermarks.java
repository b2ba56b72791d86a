// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The watermarks of the account. Thread-safe. */
public final class Watermarks {

    public record Watermark(String watermarkId, Instant createdAt) {}

    private final Clock clock;
    // Guarded by this
    private final Map<String, Watermark> watermarks = new LinkedHashMap<>();

    public Watermarks(Clock clock) {
        this.clock = clock;
    }

    public synchronized Watermark create() {
        Watermark watermark = new Watermark(Identifiers.next("watermark_", 22), clock.instant());
        watermarks.put(watermark.watermarkId(), watermark);
        return watermark;
    }

    /** The watermarks, the oldest first. */
    public synchronized List<Watermark> all() {
        return List.copyOf(watermarks.values());
    }

    public synchronized boolean contains(String watermarkId) {
        return watermarks.containsKey(watermarkId);
    }

    public synchronized void delete(String watermarkId) {
        if (watermarks.remove(watermarkId) == null) {
            throw ProblemType.NOT_FOUND.because("watermarkId", "There is no watermark " + watermarkId + ".");
        }
    }

    public synchronized void clear() {
        watermarks.clear();
    }
}
