// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The spans of an upload as a real SDK of OpenTelemetry exports them, with Camel's own tracer. */
class SpansTest {

    private static final TestVideo VIDEO = TestVideo.of(2L * TestVideo.PART + 1);
    private static final String UPLOAD = "apivideo:upload";
    private static final String PART = "POST /videos/{videoId}/source";

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build();

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @BeforeEach
    void trace() {
        fixture.restart(simulator -> {}, this::trace);
    }

    private void trace(CamelContext context) {
        context.getRegistry().bind("tracer", Tracer.class, provider.get("test"));
        context.getRegistry().bind("propagators", ContextPropagators.class, ContextPropagators.noop());
        new OpenTelemetryTracer().init(context);
    }

    @AfterEach
    void end() {
        provider.close();
    }

    private RoutesBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:video").to(uri).to("log:after");
            }
        };
    }

    private Exchange send(String options, Object body) throws Exception {
        fixture.context().addRoutes(route("apivideo:upload?" + options));
        Exchange exchange = fixture.template()
                .request("direct:video", sent -> sent.getMessage().setBody(body));
        Awaitility.await().until(() -> !named(UPLOAD).isEmpty());
        return exchange;
    }

    private List<SpanData> spans() {
        return exporter.getFinishedSpanItems();
    }

    private List<SpanData> named(String name) {
        return spans().stream().filter(span -> span.getName().equals(name)).toList();
    }

    @Test
    void eachRequestIsASpanBelowTheOperation() throws Exception {
        Exchange exchange = send("partSize=5MiB&parallelism=2", VIDEO.stream());

        String videoId = fixture.received(exchange).videoId();
        assertThat(named(UPLOAD)).singleElement().satisfies(operation -> {
            assertThat(operation.getAttributes().get(stringKey("apivideo.video.id")))
                    .isEqualTo(videoId);
            assertThat(operation.getAttributes().get(stringKey("apivideo.operation")))
                    .isEqualTo("upload");
        });
        SpanData operation = named(UPLOAD).get(0);
        assertThat(named("POST /videos")).singleElement().satisfies(span -> assertThat(span.getParentSpanId())
                .isEqualTo(operation.getSpanId()));
        assertThat(named(PART)).hasSize(3).allSatisfy(span -> {
            assertThat(span.getParentSpanId()).isEqualTo(operation.getSpanId());
            assertThat(span.getTraceId()).isEqualTo(operation.getTraceId());
            assertThat(span.getAttributes().get(stringKey("apivideo.video.id"))).isEqualTo(videoId);
            assertThat(span.getAttributes().get(stringKey("apivideo.outcome"))).isEqualTo("success");
            assertThat(span.getStartEpochNanos()).isBetween(operation.getStartEpochNanos(), span.getEndEpochNanos());
        });
        assertThat(named(PART).stream()
                        .mapToLong(span -> span.getAttributes().get(longKey("apivideo.bytes")))
                        .sum())
                .isEqualTo(VIDEO.length());
        assertThat(named(PART))
                .extracting(span -> span.getAttributes().get(stringKey("apivideo.part")))
                .contains("part 3/3");
    }

    @Test
    void aTryThatFailsIsASpanOfItsOwn() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(503));
        send("", TestVideo.of(10).bytes());

        assertThat(named(PART)).hasSize(2);
        SpanData failed = named(PART).get(0);
        assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(failed.getAttributes().get(stringKey("apivideo.outcome"))).isEqualTo("503");
        assertThat(failed.getAttributes().get(longKey("http.request.resend_count")))
                .isZero();
        assertThat(named(PART).get(1).getAttributes().get(longKey("http.request.resend_count")))
                .isOne();
    }

    @Test
    void noSpanHasASecret() throws Exception {
        String key = fixture.simulator().apiKey();
        send("apiKey=" + key, TestVideo.of(10).bytes());

        assertThat(named(PART)).isNotEmpty();
        assertThat(spans()).allSatisfy(span -> assertThat(span.toString()).doesNotContain(key));
    }

    @Test
    void theRouteContinuesInItsTrace() throws Exception {
        send("", TestVideo.of(10).bytes());

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(spans()).extracting(SpanData::getName).contains("log"));
        assertThat(spans())
                .extracting(SpanData::getTraceId)
                .containsOnly(spans().get(0).getTraceId());
    }

    @Test
    void withoutATraceThereIsNoSpan() {
        fixture.restart(
                simulator -> {}, context -> context.getRegistry().bind("tracer", Tracer.class, provider.get("test")));

        fixture.assertArrived(fixture.upload("", TestVideo.of(10).bytes()), TestVideo.of(10));

        assertThat(spans()).isEmpty();
    }
}
