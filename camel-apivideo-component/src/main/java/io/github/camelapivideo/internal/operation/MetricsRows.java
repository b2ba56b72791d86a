// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import static io.github.camelapivideo.internal.input.MetricsFilter.AGGREGATION;
import static io.github.camelapivideo.internal.input.MetricsFilter.BREAKDOWN;
import static io.github.camelapivideo.internal.input.MetricsFilter.METRIC;
import static io.github.camelapivideo.internal.operation.Row.Group.analytics;

import io.github.camelapivideo.api.account.MetricsBreakdown;
import io.github.camelapivideo.api.account.MetricsOverTime;
import io.github.camelapivideo.internal.input.MetricsFilter;
import io.github.camelapivideo.internal.request.MetricsRequests;

/** The operations about numbers of views. */
final class MetricsRows {

    static final Row GET_METRICS = Row.call(
                    analytics,
                    values -> MetricsRequests.get(
                            values.required(METRIC), values.required(AGGREGATION), MetricsFilter.of(values)),
                    (metrics, values) -> Reply.answer(metrics))
            .reading(METRIC, AGGREGATION)
            .reading(MetricsFilter.INPUTS);

    static final Row GET_METRICS_BREAKDOWN = ListRow.of(
                    analytics,
                    MetricsBreakdown.class,
                    MetricsBreakdown::dimensionValue,
                    "/data/buckets/{metric}/{breakdown}")
            .in(METRIC)
            .in(BREAKDOWN)
            .sortedBy("dimensionValue", "metricValue")
            .filteredBy(MetricsFilter.INPUTS, MetricsFilter::of)
            .row();

    static final Row GET_METRICS_OVER_TIME = ListRow.of(
                    analytics, MetricsOverTime.class, MetricsOverTime::emittedAt, "/data/timeseries/{metric}")
            .in(METRIC)
            .sortedBy("emittedAt", "metricValue")
            .filteredBy(MetricsFilter.INPUTS_OVER_TIME, MetricsFilter::overTime)
            .row();

    private MetricsRows() {}
}
