// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.analytics;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Listing;
import io.github.camelapivideo.simulator.answer.ServiceTime;
import io.github.camelapivideo.simulator.intake.Call;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Figures: one number, a breakdown, and a series over time. */
public final class AnalyticsHandlers {

    private record Bucket(String dimensionValue, double metricValue) {}

    private record Point(String emittedAt, double metricValue) {}

    // DataQuery has checked the filters.
    private static final Listing<Bucket> BUCKETS = Listing.<Bucket>create()
            .filter(checked -> Optional.of(bucket -> true))
            .order("metricValue", "desc", Comparator.comparing(Bucket::metricValue))
            .order("dimensionValue", "desc", Comparator.comparing(Bucket::dimensionValue));
    private static final Listing<Point> POINTS = Listing.<Point>create()
            .filter(checked -> Optional.of(point -> true))
            .order("emittedAt", "asc", Comparator.comparing(Point::emittedAt))
            .order("metricValue", "asc", Comparator.comparing(Point::metricValue));

    private final Analytics analytics;
    private final Clock clock;

    public AnalyticsHandlers(Analytics analytics, Clock clock) {
        this.analytics = analytics;
        this.clock = clock;
    }

    public Answer number(Call call) {
        String metric = call.variable("metric");
        String aggregation = call.variable("aggregation");
        Metrics.checkAggregation(metric, aggregation);
        boolean total = aggregation.equals("total");
        DataQuery query = new DataQuery(call.query(), metric, total);
        query.check();
        Timeframe timeframe = Timeframe.of(query, clock.instant(), !total);
        Map<String, Object> json = new LinkedHashMap<>(context(query, timeframe, "aggregation", aggregation));
        json.put("data", analytics.number(metric, aggregation));
        return Answer.json(200, json);
    }

    public Answer breakdown(Call call) {
        String metric = call.variable("metric");
        String breakdown = call.variable("breakdown");
        Metrics.checkBreakdown(metric, breakdown);
        boolean total = metric.equals(Metrics.TOTAL);
        DataQuery query = new DataQuery(call.query(), metric, total);
        query.check("currentPage", "pageSize", "sortBy", "sortOrder");
        Timeframe timeframe = Timeframe.of(query, clock.instant(), !total);
        List<Bucket> buckets = new ArrayList<>();
        analytics.breakdown(metric, breakdown).forEach((name, value) -> buckets.add(new Bucket(name, value)));
        return BUCKETS.answer(context(query, timeframe, "breakdown", breakdown), buckets, Function.identity(), call);
    }

    public Answer overTime(Call call) {
        String metric = call.variable("metric");
        Metrics.checkOverTime(metric);
        DataQuery query = new DataQuery(call.query(), metric, false);
        query.check("interval", "currentPage", "pageSize", "sortBy", "sortOrder");
        Timeframe timeframe = Timeframe.of(query, clock.instant(), true);
        ChronoUnit interval = timeframe.interval(query);
        List<Point> points = timeframe
                .beginnings(interval)
                .map(from -> point(metric, from, interval))
                .toList();
        String name = interval.name().toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        return POINTS.answer(context(query, timeframe, "interval", name), points, Function.identity(), call);
    }

    private Point point(String metric, Instant from, ChronoUnit interval) {
        return new Point(ServiceTime.format(from), analytics.sum(metric, from, from.plus(1, interval)));
    }

    /** The beginning of an answer: what it is about. */
    private static Map<String, Object> context(DataQuery query, Timeframe timeframe, String key, String value) {
        return Map.of("context", Map.of("metric", query.name(), key, value, "timeframe", timeframe.json()));
    }
}
