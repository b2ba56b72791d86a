// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A registry of Micrometer in the registry of Camel is enough to count what the component does. */
class UploadMetersTest {

    private static final TestVideo VIDEO = TestVideo.of(2L * TestVideo.PART + 1);
    private static final String PARTS = "POST /videos/{videoId}/source";

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch held = new CountDownLatch(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @BeforeEach
    void count() {
        fixture.restart(simulator -> {}, context -> context.getRegistry().bind("meters", MeterRegistry.class, meters));
    }

    @AfterEach
    void release() {
        held.countDown();
    }

    private double counted(String name, String... tags) {
        return meters.get(name).tags(tags).counter().count();
    }

    private double shown(String gauge) {
        return meters.get(gauge).gauge().value();
    }

    private CompletableFuture<Exchange> begin(String options, Object body) {
        return fixture.template().asyncSend("apivideo:upload?" + options, exchange -> exchange.getMessage()
                .setBody(body));
    }

    private InputStream silent() {
        return new InputStream() {
            @Override
            public int read() {
                try {
                    held.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }
        };
    }

    @Test
    void countsUploadsBytesAndRequestsByOutcome() {
        fixture.assertArrived(fixture.upload("partSize=5MiB", VIDEO.stream()), VIDEO);

        String host = fixture.simulator().baseUri().getHost();
        assertThat(meters.get("apivideo.uploads")
                        .tags("outcome", "success", "environment", host)
                        .timer()
                        .count())
                .isOne();
        assertThat(meters.get("apivideo.uploads")
                        .tag("outcome", "success")
                        .timer()
                        .totalTime(TimeUnit.NANOSECONDS))
                .isPositive();
        assertThat(counted("apivideo.upload.bytes", "environment", host)).isEqualTo(VIDEO.length());
        assertThat(counted("apivideo.requests", "operation", PARTS, "outcome", "success", "environment", host))
                .isEqualTo(3);
        assertThat(counted("apivideo.requests", "operation", "POST /videos", "outcome", "success"))
                .isOne();
        assertThat(meters.get("apivideo.request.duration")
                        .tags("operation", PARTS, "outcome", "success")
                        .timer()
                        .count())
                .isEqualTo(3);
        assertThat(meters.get("apivideo.uploads")
                        .tag("outcome", "failure")
                        .timer()
                        .count())
                .as("is there before the first failure, which would be no increase otherwise")
                .isZero();
    }

    @Test
    void theCountersOfAnEnvironmentAreThereFromTheStartOfItsRoute() throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:upload").to("apivideo:upload");
            }
        });

        assertZero(meters);
    }

    @Test
    void aRegistryThatComesAfterTheRouteHasTheCountersToo() throws Exception {
        fixture.restart(simulator -> {}, context -> {});
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:upload").to("apivideo:upload");
            }
        });
        MeterRegistry late = new SimpleMeterRegistry();
        fixture.context().getRegistry().bind("late", MeterRegistry.class, late);
        fixture.context().getComponent("apivideo").stop();
        fixture.context().getComponent("apivideo").start();

        assertZero(late);
    }

    private void assertZero(MeterRegistry registry) {
        String host = fixture.simulator().baseUri().getHost();
        for (String outcome : List.of("success", "failure", "cancelled")) {
            assertThat(registry.get("apivideo.uploads")
                            .tags("outcome", outcome, "environment", host)
                            .timer()
                            .count())
                    .as(outcome)
                    .isZero();
        }
        assertThat(registry.get("apivideo.upload.bytes")
                        .tag("environment", host)
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void countsRetriesAndFailures() {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(2).then(Fault.status(503));
        fixture.assertArrived(fixture.upload("", TestVideo.of(10).bytes()), TestVideo.of(10));
        assertThat(counted("apivideo.retries", "operation", PARTS)).isEqualTo(2);
        assertThat(counted("apivideo.requests", "operation", PARTS, "outcome", "503"))
                .isEqualTo(2);

        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(400));
        fixture.upload("", TestVideo.of(10).bytes());
        assertThat(meters.get("apivideo.uploads")
                        .tag("outcome", "failure")
                        .timer()
                        .count())
                .isOne();
        assertThat(counted("apivideo.upload.bytes"))
                .as("only what was accepted")
                .isEqualTo(10);
    }

    @Test
    void countsTheBytesOfPartsThatWerePlannedElsewhere() {
        Exchange created = fixture.template().request("apivideo:createVideo?title=planned", exchange -> {});
        fixture.template().request("apivideo:uploadPart", exchange -> {
            exchange.getMessage()
                    .setHeader(ApiVideoConstants.VIDEO_ID, created.getMessage().getHeader(ApiVideoConstants.VIDEO_ID));
            exchange.getMessage().setHeader(ApiVideoConstants.PART_NUMBER, 1);
            exchange.getMessage().setHeader(ApiVideoConstants.TOTAL_PARTS, 1);
            exchange.getMessage().setBody(TestVideo.of(77).bytes());
        });

        assertThat(counted("apivideo.upload.bytes")).isEqualTo(77);
    }

    @Test
    void showsWhatRunsWaitsAndStandsAndTheMemoryOfIt() {
        fixture.context().getComponent("apivideo").stop();
        fixture.context().getComponent("apivideo", ApiVideoComponent.class).setMaxConcurrentUploads(1);
        fixture.context().getComponent("apivideo").start();
        assertThat(shown("apivideo.uploads.running")).isZero();
        // Long enough to need memory
        begin("partSize=5MiB&progressInterval=20", new SequenceInputStream(TestVideo.of(1 << 20).stream(), silent()));
        Awaitility.await().until(() -> shown("apivideo.uploads.running") == 1);
        begin("partSize=5MiB", silent());

        Awaitility.await().until(() -> shown("apivideo.uploads.waiting") == 1);
        Awaitility.await().until(() -> shown("apivideo.uploads.standing") == 1);
        Awaitility.await().until(() -> shown("apivideo.buffer.leased") >= TestVideo.PART);
        assertThat(shown("apivideo.uploads.running")).isOne();
        assertThat(shown("apivideo.buffer.capacity")).isGreaterThanOrEqualTo(shown("apivideo.buffer.leased"));
    }

    @Test
    void aCancelledUploadIsNoFailure() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload = begin("partSize=5MiB&parallelism=1", VIDEO.stream());
        ApiVideoComponent component = fixture.context().getComponent("apivideo", ApiVideoComponent.class);
        Awaitility.await().until(() -> component.uploads().stream().anyMatch(running -> running.parts() == 1));

        component.cancelUpload(component.uploads().get(0).uploadId());

        upload.get();
        assertThat(meters.get("apivideo.uploads")
                        .tag("outcome", "cancelled")
                        .timer()
                        .count())
                .isOne();
        assertThat(meters.get("apivideo.uploads")
                        .tag("outcome", "failure")
                        .timer()
                        .count())
                .isZero();
    }

    @Test
    void countsTheWaitsForTheRateLimit() {
        fixture.restart(
                simulator -> simulator.rateLimits(RateLimits.of(2, 1000, 1000, Duration.ofSeconds(1))),
                context -> context.getRegistry().bind("meters", MeterRegistry.class, meters));
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=1", VIDEO.stream()), VIDEO);

        assertThat(meters.get("apivideo.throttle.wait")
                        .tag("operation", PARTS)
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void noTagHasAnIdentifierAFileNameOrAKey() {
        Exchange exchange = fixture.upload("partSize=5MiB&fileName=secret-name.mp4", VIDEO.stream());
        String videoId = fixture.received(exchange).videoId();
        fixture.template().request("apivideo:request?method=GET&path=/videos/" + videoId + "/status", sent -> {});

        Set<String> values = meters.getMeters().stream()
                .flatMap(meter -> meter.getId().getTags().stream())
                .map(Tag::getValue)
                .collect(Collectors.toSet());
        assertThat(values)
                .contains("GET /videos/{}/status")
                .noneMatch(value -> value.contains(videoId)
                        || value.contains("secret-name")
                        || value.contains(exchange.getExchangeId())
                        || value.contains(fixture.simulator().apiKey()));
    }

    @Test
    void whatShowsThisMomentGoesWithTheLastComponent() {
        ApiVideoComponent second = new ApiVideoComponent();
        fixture.context().addComponent("second", second);
        begin("fileName=a.mp4", silent());
        Awaitility.await().until(() -> shown("apivideo.uploads.running") == 1);

        second.stop();
        assertThat(shown("apivideo.uploads.running")).isOne();

        fixture.context().getComponent("apivideo").stop();
        assertThat(gauges()).isEmpty();

        fixture.context().getComponent("apivideo").start();
        assertThat(gauges()).hasSize(5);
        fixture.context().stop();
        assertThat(gauges()).isEmpty();
    }

    private List<String> gauges() {
        return meters.getMeters().stream()
                .filter(meter -> meter.getId().getType() == Meter.Type.GAUGE)
                .map(meter -> meter.getId().getName())
                .toList();
    }

    @Test
    void aRegistryThatComesWithTheRoutesCounts() throws Exception {
        try (DefaultCamelContext late = new DefaultCamelContext()) {
            late.getComponent("apivideo").start();
            late.getRegistry().bind("metricsRegistry", new SimpleMeterRegistry());
            late.start();

            assertThat(late.getRegistry()
                            .lookupByNameAndType("metricsRegistry", MeterRegistry.class)
                            .find("apivideo.uploads.running")
                            .gauge())
                    .isNotNull();
        }
    }

    @Test
    void ofSeveralRegistriesTheOneWithTheOthersCounts() throws Exception {
        CompositeMeterRegistry both = new CompositeMeterRegistry();
        SimpleMeterRegistry one = new SimpleMeterRegistry();
        SimpleMeterRegistry other = new SimpleMeterRegistry();
        both.add(one).add(other);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("one", one);
            context.getRegistry().bind("both", both);
            context.getRegistry().bind("other", other);
            context.getComponent("apivideo").start();

            assertThat(one.find("apivideo.uploads.running").gauge()).isNotNull();
            assertThat(other.find("apivideo.uploads.running").gauge()).isNotNull();
        }
    }
}
