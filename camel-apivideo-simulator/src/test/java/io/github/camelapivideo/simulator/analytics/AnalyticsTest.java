// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.analytics;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MovableClock;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyticsTest {

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(settings -> settings.clock(new MovableClock()));

    private final Client client = fixture.client();
    private final Analytics analytics = fixture.simulator().analytics();

    private JsonNode get(String path) {
        Client.Answer answer = client.get("/data/" + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void answersWithTheNumberThatIsSet() {
        analytics.setNumber("play", "count", 356.2);

        JsonNode answer = get("metrics/play/count");

        assertThat(answer.path("data").asDouble()).isEqualTo(356.2);
        assertThat(answer.path("context").path("metric").asText()).isEqualTo("play");
        assertThat(answer.path("context").path("aggregation").asText()).isEqualTo("count");
        assertThat(answer.path("context").path("timeframe").path("from").asText())
                .isEqualTo("2025-12-31T12:00:00+00:00");
        assertThat(answer.path("context").path("timeframe").path("to").asText()).isEqualTo("2026-01-01T12:00:00+00:00");
        assertThat(get("metrics/play/rate").path("data").asDouble()).isZero();
    }

    @Test
    void answersWithABreakdownInPages() {
        for (int i = 0; i < 12; i++) {
            analytics.setBucket("play", "country", "c" + (10 + i), i);
        }

        JsonNode answer = get("buckets/play/country?pageSize=10&currentPage=2");

        assertThat(answer.path("data").findValuesAsText("dimensionValue")).containsExactly("c11", "c10");
        assertThat(answer.path("pagination").path("itemsTotal").asInt()).isEqualTo(12);
        assertThat(answer.path("context").path("breakdown").asText()).isEqualTo("country");
        assertThat(get("buckets/play/country?sortBy=dimensionValue&sortOrder=asc")
                        .path("data")
                        .get(0)
                        .path("metricValue")
                        .asDouble())
                .isZero();
        assertThat(get("buckets/play/browser").path("data")).isEmpty();
    }

    @Test
    void answersWithASeriesOverTime() {
        analytics.setPoint("play", Instant.parse("2026-01-01T09:10:00Z"), 2);
        analytics.setPoint("play", Instant.parse("2026-01-01T09:50:00Z"), 3);

        JsonNode answer = get("timeseries/play?from=2026-01-01T09:00:00Z&to=2026-01-01T11:00:00Z");

        assertThat(answer.path("context").path("interval").asText()).isEqualTo("hour");
        assertThat(answer.path("data").findValuesAsText("emittedAt"))
                .containsExactly("2026-01-01T09:00:00+00:00", "2026-01-01T10:00:00+00:00");
        assertThat(answer.path("data").findValuesAsText("metricValue")).containsExactly("5.0", "0.0");
        assertThat(get("timeseries/play?from=2026-01-01T09:00:00Z&to=2026-01-01T11:00:00Z&sortBy=metricValue")
                        .path("data")
                        .findValuesAsText("metricValue"))
                .containsExactly("0.0", "5.0");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2025-12-30T12:00:00Z, hour",
        "from=2025-12-30T11:59:59Z, day",
        "from=2026-01-01T11:00:01Z&interval=minute, minute",
        "interval=day, day"
    })
    void choosesAnInterval(String query, String interval) {
        assertThat(get("timeseries/start?" + query)
                        .path("context")
                        .path("interval")
                        .asText())
                .isEqualTo(interval);
    }

    @ParameterizedTest
    @CsvSource({
        "metrics/view/count, view-5",
        "metrics/view/count?viewDuration=30s, view-30",
        "buckets/view/browser?unique=true, unique-view-5",
        "timeseries/ccv-peak?unique=true, unique-ccv-peak",
        "metrics/ccv/live?unique=false, ccv",
        "buckets/play-total/media-id, play-total"
    })
    void namesTheMetricAsTheServiceDoes(String path, String metric) {
        assertThat(get(path).path("context").path("metric").asText()).isEqualTo(metric);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filterBy%5Bbrowser%5D%5B%5D=firefox&filterBy%5Bbrowser%5D%5B%5D=chrome",
                "filterBy%5Bbrowser%5D=firefox",
                "filterBy%5BmediaId%5D%5B%5D=vi1&filterBy%5BmediaType%5D=video",
                "filterBy%5Btag%5D=Cats",
                "filterBy%5Breferrer%5D=",
                "from=2026-01-01T13:00:00%2B02:00"
            })
    void takesTheDocumentedFilters(String query) {
        get("metrics/start/count?" + query);
        get("buckets/start/country?" + query);
        get("timeseries/start?" + query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metrics/plays/count",
                "metrics/ccv-peak/peak",
                "buckets/impression-time/country",
                "timeseries/play-total",
            })
    void refusesAnUnknownMetric(String path) {
        assertProblem(client.get("/data/" + path), 400, "invalid-attribute", "metric");
    }

    @ParameterizedTest
    @CsvSource({
        "metrics/start/rate, aggregation",
        "metrics/play/sum, aggregation",
        "metrics/impression-time/count, aggregation",
        "buckets/play/city, breakdown",
        "buckets/play/mediaId, breakdown",
        "buckets/play-total/country, breakdown"
    })
    void refusesWhatDoesNotFitTheMetric(String path, String name) {
        assertProblem(client.get("/data/" + path), 400, "invalid-attribute", name);
    }

    @ParameterizedTest
    @CsvSource({
        "metrics/play/count?limit=5, limit",
        "metrics/play/count?interval=day, interval",
        "metrics/play/count?currentPage=1, currentPage",
        "metrics/play/count?sortBy=metricValue, sortBy",
        "metrics/play/count?unique=true, unique",
        "metrics/ccv/peak?viewDuration=5s, viewDuration",
        "metrics/view/count?viewDuration=4s, viewDuration",
        "metrics/view/count?unique=1, unique",
        "metrics/play/count?filterBy%5Bcity%5D=Rome, filterBy[city]",
        "metrics/play/count?filterBy=Rome, filterBy",
        "metrics/play/count?filterBy%5Btag%5D%5B%5D=a, filterBy[tag][]",
        "metrics/play/count?filterBy%5BmediaType%5D=film, filterBy[mediaType]",
        "metrics/play/total?filterBy%5Bcountry%5D=FR, filterBy[country]",
        "metrics/play/count?from=yesterday, from",
        "metrics/play/count?from=2026-01-01T12:00:00Z, from",
        "metrics/play/count?from=2025-12-02T11:59:59Z, from",
        "metrics/play/count?to=2026-01-01, to",
        "timeseries/play?interval=week, interval",
        "timeseries/play?interval=minute, interval",
        "timeseries/play?from=2026-01-01T11:00:00Z&interval=minute, interval",
        "buckets/play/country?interval=day, interval"
    })
    void refusesAWrongQuery(String path, String name) {
        assertProblem(client.get("/data/" + path), 400, "request-invalid-query-parameter", name);
    }

    @Test
    void refusesALongReferrer() {
        String query = "/data/metrics/play/count?filterBy%5Breferrer%5D=";

        assertThat(client.get(query + "r".repeat(2048)).status()).isEqualTo(200);
        assertProblem(
                client.get(query + "r".repeat(2049)), 400, "request-invalid-query-parameter", "filterBy[referrer]");
    }

    @Test
    void refusesAPageThatIsOutOfRange() {
        Client.Answer refused = client.get("/data/buckets/play/country?pageSize=101");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().has("type")).isFalse();
        assertThat(refused.text("name")).isEqualTo("pageSize");
    }

    @Test
    void countsAllPlaysWithoutAPeriod() {
        get("metrics/play/total?from=2020-01-01T00:00:00Z&filterBy%5BmediaId%5D=vi1");
        get("buckets/play-total/media-id?from=2020-01-01T00:00:00Z");
    }

    @Test
    void doesNotKnowOtherUrls() {
        assertProblem(client.get("/data/metrics/play"), 404, "unrecognized-request-url");
        assertProblem(client.get("/data/timeseries/play/country"), 404, "unrecognized-request-url");
    }

    @Test
    void forgetsTheFiguresOnReset() {
        analytics.setNumber("play", "count", 5);
        fixture.simulator().reset();

        assertThat(get("metrics/play/count").path("data").asDouble()).isZero();
    }
}
