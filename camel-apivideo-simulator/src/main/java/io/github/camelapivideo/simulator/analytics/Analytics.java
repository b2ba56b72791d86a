// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.analytics;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The figures of the account, as tests set them. Without any, numbers and points are zero and breakdowns are empty.
 * Filters are checked but select nothing. Thread-safe.
 */
public final class Analytics {

    // Guarded by this
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, Map<String, Double>> breakdowns = new HashMap<>();
    private final Map<String, NavigableMap<Instant, Double>> points = new HashMap<>();

    /** Sets the answer to {@code /data/metrics/{metric}/{aggregation}}. */
    public synchronized void setNumber(String metric, String aggregation, double value) {
        numbers.put(metric + "/" + aggregation, value);
    }

    /** Sets one entry of the answer to {@code /data/buckets/{metric}/{breakdown}}. */
    public synchronized void setBucket(String metric, String breakdown, String dimensionValue, double value) {
        breakdowns
                .computeIfAbsent(metric + "/" + breakdown, key -> new LinkedHashMap<>())
                .put(dimensionValue, value);
    }

    /** Sets a point of {@code /data/timeseries/{metric}}; the points of one interval are added. */
    public synchronized void setPoint(String metric, Instant at, double value) {
        points.computeIfAbsent(metric, key -> new TreeMap<>()).put(at, value);
    }

    synchronized double number(String metric, String aggregation) {
        return numbers.getOrDefault(metric + "/" + aggregation, 0.0);
    }

    synchronized Map<String, Double> breakdown(String metric, String breakdown) {
        return new LinkedHashMap<>(breakdowns.getOrDefault(metric + "/" + breakdown, Map.of()));
    }

    /** The sum of the points from a time to another, which is outside. */
    synchronized double sum(String metric, Instant from, Instant to) {
        return points.getOrDefault(metric, new TreeMap<>()).subMap(from, true, to, false).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** Removes all figures. */
    public synchronized void clear() {
        numbers.clear();
        breakdowns.clear();
        points.clear();
    }
}
