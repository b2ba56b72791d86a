// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.account.Metrics;
import io.github.camelapivideo.api.account.MetricsBreakdown;
import io.github.camelapivideo.api.account.MetricsOverTime;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of views: one, by dimension, and over time. */
class MetricsTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @BeforeEach
    void setNumbers() {
        fixture.simulator().analytics().setNumber("play", "rate", 0.25);
        fixture.simulator().analytics().setBucket("play", "country", "FR", 7);
        fixture.simulator().analytics().setBucket("play", "country", "DE", 3);
    }

    private Exchange call(String operation, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + operation, exchange -> exchange.getMessage()
                .setHeaders(new HashMap<>(headers)));
    }

    private <T> T answer(String operation, Map<String, Object> headers, Class<T> type) {
        Exchange exchange = call(operation, headers);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(type);
    }

    @Test
    void oneNumber() {
        Metrics metrics = answer("getMetrics?metric=play&aggregation=rate", Map.of(), Metrics.class);
        assertThat(metrics.data()).isEqualByComparingTo("0.25");
        assertThat(metrics.context().metric()).isEqualTo("play");
        assertThat(metrics.context().timeframe().from()).isNotNull();
        assertThat(answer("getMetrics?metric=play&aggregation=rate", Map.of(), String.class))
                .contains("\"data\":0.25");
    }

    @Test
    void byDimension() {
        List<?> countries = answer("getMetricsBreakdown?metric=play&breakdown=country", Map.of(), List.class);
        assertThat(countries)
                .isEqualTo(List.of(
                        new MetricsBreakdown("DE", new BigDecimal("3.0")),
                        new MetricsBreakdown("FR", new BigDecimal("7.0"))));
        List<?> sorted = answer(
                "getMetricsBreakdown?metric=play&breakdown=country&sortBy=metricValue&sortOrder=desc",
                Map.of(),
                List.class);
        assertThat(((MetricsBreakdown) sorted.get(0)).dimensionValue()).isEqualTo("FR");
    }

    @Test
    void overTime() {
        OffsetDateTime to = OffsetDateTime.now();
        Map<String, Object> times =
                Map.of(ApiVideoConstants.FROM, to.minusHours(3).toString(), ApiVideoConstants.TO, to.toString());
        List<?> points = answer("getMetricsOverTime?metric=play&interval=hour", times, List.class);
        assertThat(points).hasSizeBetween(3, 4).hasOnlyElementsOfType(MetricsOverTime.class);
        assertThat(((MetricsOverTime) points.get(0)).metricValue()).isZero();
    }

    /** The simulator refuses every parameter that the service does not document. */
    @Test
    void filtersAreWrittenAsTheServiceReadsThem() {
        String options = "?metric=play&aggregation=count&filterBy.browser=firefox,chrome&filterBy.mediaType=video"
                + "&filterBy.tag=a, b&filterBy.referrer=RAW(https://h/?a=b&c=d,e)&filterBy.mediaId=vi1";
        answer("getMetrics" + options, Map.of(), Metrics.class);
        Map<String, Object> filters = Map.of("country", new String[] {"FR", "DE"}, "deviceType", "phone");
        answer("getMetrics?metric=play&aggregation=count", Map.of(ApiVideoConstants.FILTER_BY, filters), Metrics.class);
        answer("getMetrics?metric=view&aggregation=count&unique=true&viewDuration=10s", Map.of(), Metrics.class);
    }

    @Test
    void whatTheServiceDoesNotKnowItRefuses() {
        ApiVideoException refused = call("getMetrics?metric=sound&aggregation=count", Map.of())
                .getException(ApiVideoException.Rejected.class);
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getProblem().name()).isEqualTo("metric");
    }

    @Test
    void aFilterThatIsEmptyForAnExchangeIsRefused() {
        assertThat(call("getMetrics?metric=play&aggregation=count&filterBy.mediaId=${header.id}", Map.of())
                        .getException())
                .hasMessage(
                        "filterBy.mediaId=${header.id}: is empty for this exchange, so that more would be chosen than"
                                + " is meant; set it, or leave it out");
    }

    @Test
    void aFailureThatPassesIsTriedAgain() {
        fixture.simulator()
                .faults()
                .on("GET", "/data/metrics/{metric}/{aggregation}")
                .times(2)
                .then(Fault.status(503));
        answer("getMetrics?metric=play&aggregation=count", Map.of(), Metrics.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=yesterday | from=yesterday: allowed is a time with an offset, as in 2026-01-31T12:00:00+01:00",
                "to=2026-01-31 | to=2026-01-31: allowed is a time with an offset",
                "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z | from=2026-01-02T00:00:00+00:00: allowed is a time"
                        + " before to=2026-01-01T00:00:00+00:00",
                "unique=1 | unique=1: allowed are true, false",
                "viewDuration=4s | viewDuration=4s: allowed are 3s, 5s, 10s, 30s",
                "filterBy.a-b=c | filterBy.a-b=c: the name has other characters than letters"
            })
    void aValueOfAnotherFormIsRefused(String options, String message) {
        assertThat(call("getMetrics?metric=play&aggregation=count&" + options, Map.of())
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void theStepsOfAMetricOverTimeAreWords() {
        assertThat(call("getMetricsOverTime?metric=play", Map.of(ApiVideoConstants.INTERVAL, "week"))
                        .getException())
                .hasMessage("interval=week: allowed are minute, hour, day");
    }

    @ParameterizedTest
    @CsvSource({"metric, Metric", "aggregation, Aggregation"})
    void namesAreRequiredAndHaveNoOtherCharacters(String option, String header) {
        assertThat(call("getMetrics?metric=play&aggregation=count", Map.of("CamelApiVideo" + header, "../x"))
                        .getException())
                .hasMessage(option + "=../x: allowed are letters, digits and -");
        assertThat(call("getMetrics", Map.of()).getException())
                .hasMessage("metric: is missing; set the option, or the header CamelApiVideoMetric");
    }
}
