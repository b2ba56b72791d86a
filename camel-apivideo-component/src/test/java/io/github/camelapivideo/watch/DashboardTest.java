// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard, the alerts and the page name only what Prometheus really gets from the component. */
class DashboardTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path DASHBOARD = DOCS.resolve("production/grafana-dashboard.json");
    private static final Path ALERTS = DOCS.resolve("production/prometheus-alerts.yaml");
    private static final Path PAGE = DOCS.resolve("guide/monitoring.md");

    private static final Pattern METRIC = Pattern.compile("apivideo_\\w+");
    private static final Pattern SELECTION = Pattern.compile("(apivideo_\\w+)\\{([^}]*)}");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(apivideo_\\w+)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*=~?\\s*\"");
    private static final Pattern GROUPS = Pattern.compile("by \\(([\\w, ]+)\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(apivideo\\.[\\w.]+)` \\|");

    private static final PrometheusMeterRegistry METERS = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private static final CountDownLatch HELD = new CountDownLatch(1);

    // By name, the labels of all samples
    private static final Map<String, Set<String>> EXPORTED = new TreeMap<>();

    private static ApiVideoFixture fixture;

    /** Lets an upload fail once and wait for the rate limit, and another one for memory. */
    @BeforeAll
    static void run() {
        fixture = ApiVideoFixture.start(
                simulator -> simulator.rateLimits(RateLimits.of(2, 1000, 1000, Duration.ofSeconds(1))), context -> {
                    context.getRegistry().bind("meters", METERS);
                    context.getComponent("apivideo", ApiVideoComponent.class).setBufferMemory("5MiB");
                });
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(503));
        for (int upload = 1; upload <= 3; upload++) {
            fixture.assertArrived(fixture.upload("", TestVideo.of(upload).bytes()), TestVideo.of(upload));
        }
        Runnable silent = () -> fixture.template()
                .asyncSend("apivideo:upload?partSize=5MiB&progressInterval=20", exchange -> exchange.getMessage()
                        .setBody(interrupted()));
        silent.run();
        silent.run();
        Awaitility.await()
                .until(() -> METERS.get("apivideo.uploads.standing").gauge().value() == 2);
        HELD.countDown();
        Awaitility.await().until(() -> METERS.find("apivideo.buffer.wait").timer() != null);
        SAMPLE.matcher(METERS.scrape()).results().forEach(sample -> EXPORTED.computeIfAbsent(
                        sample.group(1), first -> new TreeSet<>())
                .addAll(labels(sample.group(2))));
    }

    /** A stream that has shown that it is long enough to need memory. */
    private static InputStream interrupted() {
        return new SequenceInputStream(TestVideo.of(1 << 20).stream(), silent());
    }

    private static InputStream silent() {
        return new InputStream() {
            @Override
            public int read() {
                try {
                    HELD.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }
        };
    }

    @AfterAll
    static void stop() {
        HELD.countDown();
        fixture.close();
    }

    private static Set<String> labels(String selection) {
        return LABEL.matcher(selection).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void thePanelsOfTheDashboardReadMetricsThatExist() throws Exception {
        JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());

        assertThat(dashboard.path("panels")).hasSizeGreaterThan(10).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("targets")).isNotEmpty();
        });
        assertExist(dashboard.findValuesAsText("expr"));
        assertExist(dashboard.path("templating").path("list").findValues("query").stream()
                .map(query -> query.path("query").asText())
                .filter(query -> !query.isEmpty())
                .toList());
    }

    /** Without colours of its own, Grafana paints each number above 80 red. */
    @Test
    void aNumberIsRedOnlyIfTheDashboardSaysSo() throws Exception {
        List<JsonNode> numbers = StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(DASHBOARD.toFile())
                                .path("panels")
                                .spliterator(),
                        false)
                .filter(panel -> panel.path("type").asText().equals("stat"))
                .map(panel -> panel.path("fieldConfig").path("defaults"))
                .toList();

        assertThat(numbers)
                .isNotEmpty()
                .allMatch(number -> number.path("color").path("mode").asText().equals("fixed")
                        || !number.path("thresholds").path("steps").isEmpty());
    }

    @Test
    void theAlertsReadMetricsThatExist() throws Exception {
        JsonNode rules = new ObjectMapper(new YAMLFactory())
                .readTree(ALERTS.toFile())
                .path("groups")
                .path(0)
                .path("rules");

        assertThat(rules).hasSizeGreaterThan(5).allSatisfy(rule -> {
            assertThat(rule.path("alert").asText()).startsWith("ApiVideo");
            assertThat(rule.path("labels").path("severity").asText()).isIn("info", "warning", "critical");
            assertThat(rule.path("annotations").path("summary").asText()).isNotBlank();
        });
        assertThat(Files.readString(DOCS.resolve("production/README.md")))
                .as("says what to do")
                .contains(rules.findValuesAsText("alert"));
        assertExist(rules.findValuesAsText("expr"));
    }

    private static void assertExist(List<String> expressions) {
        assertThat(expressions).isNotEmpty().allSatisfy(expression -> {
            Set<String> metrics = METRIC.matcher(expression)
                    .results()
                    .map(found -> found.group())
                    .collect(Collectors.toSet());
            assertThat(metrics).isNotEmpty().isSubsetOf(EXPORTED.keySet());
            SELECTION.matcher(expression).results().forEach(found -> assertThat(labels(found.group(2)))
                    .isSubsetOf(EXPORTED.get(found.group(1))));
            GROUPS.matcher(expression)
                    .results()
                    .map(found -> Arrays.asList(found.group(1).split(", ")))
                    .forEach(grouped -> assertThat(metrics).allSatisfy(metric -> assertThat(EXPORTED.get(metric))
                            .containsAll(grouped)));
        });
    }

    @Test
    void thePageListsEachMeter() throws Exception {
        Set<String> listed = ROW.matcher(Files.readString(PAGE).replaceFirst("(?s)## Traces.*", ""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(listed)
                .isEqualTo(METERS.getMeters().stream()
                        .map(Meter::getId)
                        .map(Meter.Id::getName)
                        .collect(Collectors.toSet()));
    }

    @Test
    void theDashboardShowsEachMeter() throws Exception {
        String expressions = StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(DASHBOARD.toFile())
                                .findValues("expr")
                                .spliterator(),
                        false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("\n"));

        assertThat(METERS.getMeters().stream()
                        .map(meter -> meter.getId().getName().replace('.', '_'))
                        .collect(Collectors.toSet()))
                .allSatisfy(name -> assertThat(expressions).contains(name));
    }
}
