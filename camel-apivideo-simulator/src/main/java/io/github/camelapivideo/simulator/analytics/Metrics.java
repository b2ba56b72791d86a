// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.analytics;

import io.github.camelapivideo.simulator.problem.ProblemType;
import java.util.List;
import java.util.Map;

/** Which metrics go with which aggregations and breakdowns. */
final class Metrics {

    static final String TOTAL = "play-total";

    private static final Map<String, List<String>> AGGREGATIONS = Map.of(
            "play", List.of("count", "rate", "total"),
            "start", List.of("count"),
            "end", List.of("count"),
            "impression", List.of("count"),
            "impression-time", List.of("average", "sum"),
            "watch-time", List.of("average", "sum"),
            "ccv", List.of("peak", "live", "average"),
            "view", List.of("count"));

    private static final List<String> OVER_TIME =
            List.of("play", "play-rate", "start", "end", "impression", "ccv-peak", "ccv-average", "view");

    private static final List<String> BREAKDOWNS = List.of(
            "media-id", "media-type", "continent", "country", "device-type", "operating-system", "browser", "referrer");

    private Metrics() {}

    static void checkAggregation(String metric, String aggregation) {
        check("metric", metric, List.copyOf(AGGREGATIONS.keySet()));
        check("aggregation", aggregation, AGGREGATIONS.get(metric));
    }

    static void checkBreakdown(String metric, String breakdown) {
        if (!metric.equals(TOTAL)) {
            check("metric", metric, OVER_TIME);
        }
        check("breakdown", breakdown, metric.equals(TOTAL) ? List.of("media-id") : BREAKDOWNS);
    }

    static void checkOverTime(String metric) {
        check("metric", metric, OVER_TIME);
    }

    private static void check(String name, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw ProblemType.INVALID_ATTRIBUTE.because(
                    name, "It may be one of " + allowed.stream().sorted().toList() + ".");
        }
    }
}
