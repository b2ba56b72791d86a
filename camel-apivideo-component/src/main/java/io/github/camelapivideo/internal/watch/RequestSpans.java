// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.internal.call.ApiRequest;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.call.Observers;
import io.github.camelapivideo.internal.call.RequestBody;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.support.CamelContextHelper;

/**
 * Makes a span of OpenTelemetry for each request, below the span of the exchange for which it is made. Without such a
 * span there are none. Only {@link Instruments} uses it, where OpenTelemetry is on the class path. Thread-safe.
 */
final class RequestSpans implements Observer {

    private static final String NAME = "io.github.camelapivideo";

    private final CamelContext camel;

    // Null before the first span
    private volatile Tracer tracer;

    private RequestSpans(CamelContext camel) {
        this.camel = camel;
    }

    /** Begins to make spans. Returns what ends that. */
    static Runnable begin(CamelContext camel, Observers observers) {
        RequestSpans spans = new RequestSpans(camel);
        observers.add(spans);
        return () -> observers.remove(spans);
    }

    @Override
    public void requestEnded(ApiRequest request, int failures, Throwable problem, long nanos) {
        // The threads that work for an exchange carry its context.
        if (Span.current().getSpanContext().isValid()) {
            long end = now();
            Span span = tracer().spanBuilder(Totals.operation(request))
                    .setSpanKind(SpanKind.CLIENT)
                    .setStartTimestamp(end - nanos, TimeUnit.NANOSECONDS)
                    .startSpan();
            describe(span, request);
            span.setAttribute("http.request.resend_count", failures);
            String outcome = Totals.outcome(problem);
            span.setAttribute("apivideo.outcome", outcome);
            if (problem != null) {
                span.setStatus(StatusCode.ERROR, outcome);
            }
            span.end(end, TimeUnit.NANOSECONDS);
        }
    }

    private static void describe(Span span, ApiRequest request) {
        span.setAttribute("http.request.method", request.method().name());
        if (request.container() != null) {
            span.setAttribute("apivideo.video.id", request.container());
        }
        if (request.body() instanceof RequestBody.File file) {
            span.setAttribute("apivideo.bytes", file.content().length());
            if (file.contentRange() != null) {
                span.setAttribute("apivideo.part", file.contentRange());
            }
        }
    }

    private static long now() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    private Tracer tracer() {
        Tracer known = tracer;
        if (known == null) {
            known = findTracer();
            tracer = known;
        }
        return known;
    }

    // As Camel's own tracer looks for it. The global one is set, because there is a span already.
    private Tracer findTracer() {
        Tracer bean = CamelContextHelper.findSingleByType(camel, Tracer.class);
        if (bean != null) {
            return bean;
        }
        OpenTelemetry telemetry = CamelContextHelper.findSingleByType(camel, OpenTelemetry.class);
        return (telemetry != null ? telemetry : GlobalOpenTelemetry.get()).getTracer(NAME);
    }
}
