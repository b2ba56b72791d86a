// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.internal.call.ApiRequest;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.call.Observers;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/**
 * Counts by Micrometer what components do: in the same meters for all components of a Camel context. No tag has an
 * identifier, a file name or a credential. Only {@link Instruments} uses it, where Micrometer is on the class path.
 * Thread-safe.
 */
final class UploadMeters implements Observer {

    // The name that Camel's own meters look for.
    private static final String REGISTRY = "metricsRegistry";

    private static final String UPLOADS = "apivideo.uploads";
    private static final String BYTES = "apivideo.upload.bytes";
    private static final String OUTCOME = "outcome";
    private static final String SUCCESS = "success";
    private static final String FAILURE = "failure";
    private static final String CANCELLED = "cancelled";
    private static final String RECEIVED = "received";
    private static final String REJECTED = "rejected";
    private static final String REPEATED = "repeated";

    private final MeterRegistry registry;
    private final Tags context;
    private final Tags tags;
    private final Map<String, Observer> environments = new ConcurrentHashMap<>();

    private UploadMeters(MeterRegistry registry, Tags context, Tags tags) {
        this.registry = registry;
        this.context = context;
        this.tags = tags;
    }

    /**
     * Begins to count what a component does.
     *
     * @return ends that; null if there is no registry, or one of several would have to be guessed
     */
    static Runnable begin(CamelContext camel, Load load, Observers observers) {
        MeterRegistry registry = find(camel);
        if (registry == null) {
            return null;
        }
        Tags context = Tags.of("camelContext", camel.getName());
        UploadGauges gauges = UploadGauges.of(camel, registry, context);
        UploadMeters meters = new UploadMeters(registry, context, context);
        gauges.add(load);
        // From the beginning, so that the first one is an increase.
        Stream.of(RECEIVED, REJECTED, REPEATED).forEach(meters::events);
        observers.add(meters);
        return () -> {
            observers.remove(meters);
            gauges.remove(load);
        };
    }

    private static MeterRegistry find(CamelContext camel) {
        MeterRegistry named = camel.getRegistry().lookupByNameAndType(REGISTRY, MeterRegistry.class);
        if (named != null) {
            return named;
        }
        Set<MeterRegistry> all = camel.getRegistry().findByType(MeterRegistry.class);
        return all.size() == 1
                ? all.iterator().next()
                : only(all.stream().filter(CompositeMeterRegistry.class::isInstance));
    }

    // Of several, the one that has the others.
    private static MeterRegistry only(Stream<MeterRegistry> registries) {
        return registries.reduce((one, other) -> null).orElse(null);
    }

    @Override
    public Observer in(String environment) {
        return environments.computeIfAbsent(environment, this::first);
    }

    private Observer first(String environment) {
        UploadMeters meters = new UploadMeters(registry, context, context.and("environment", environment));
        // Before the first upload, so that the first failure is an increase.
        Stream.of(SUCCESS, FAILURE, CANCELLED).forEach(meters::uploads);
        meters.bytes();
        return meters;
    }

    private Timer uploads(String outcome) {
        return Timer.builder(UPLOADS)
                .description("Uploads that have ended, and how long they took")
                .tags(tags.and(OUTCOME, outcome))
                .register(registry);
    }

    private Counter bytes() {
        return Counter.builder(BYTES)
                .description("Bytes of video that the service has accepted")
                .baseUnit("bytes")
                .tags(tags)
                .register(registry);
    }

    @Override
    public void uploadEnded(UploadProgress upload, Throwable problem) {
        uploads(problem == null ? SUCCESS : Totals.isCancellation(problem) ? CANCELLED : FAILURE)
                .record(upload.elapsed());
    }

    @Override
    public void requestEnded(ApiRequest request, int failures, Throwable problem, long nanos) {
        Tags ended = of(request).and(OUTCOME, Totals.outcome(problem));
        Counter.builder("apivideo.requests")
                .description("Requests that have ended, each try of them")
                .tags(ended)
                .register(registry)
                .increment();
        Timer.builder("apivideo.request.duration")
                .description("From the first byte of a request to the end of its answer")
                .tags(ended)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
        if (problem == null && request.budget() == Budget.UPLOADS && request.body() instanceof RequestBody.File file) {
            bytes().increment(file.content().length());
        }
    }

    private Tags of(ApiRequest request) {
        return tags.and("operation", Totals.operation(request));
    }

    @Override
    public void retrying(ApiRequest request, int failures, Duration delay, Throwable problem) {
        Counter.builder("apivideo.retries")
                .description("Requests that have failed and are sent again")
                .tags(of(request))
                .register(registry)
                .increment();
    }

    @Override
    public void throttleEnded(ApiRequest request, Duration waited) {
        Timer.builder("apivideo.throttle.wait")
                .description("Waits for the rate limit of an account")
                .tags(of(request))
                .register(registry)
                .record(waited);
    }

    @Override
    public void memoryGranted(Duration waited) {
        Timer.builder("apivideo.buffer.wait")
                .description("Waits of parts of streams for memory")
                .tags(context)
                .register(registry)
                .record(waited);
    }

    @Override
    public void eventReceived(String type) {
        events(RECEIVED).increment();
    }

    @Override
    public void eventRejected(String reason) {
        events(REJECTED).increment();
    }

    @Override
    public void eventRepeated(String type) {
        events(REPEATED).increment();
    }

    private Counter events(String outcome) {
        return Counter.builder("apivideo.events")
                .description("Deliveries of webhooks")
                .tags(context.and(OUTCOME, outcome))
                .register(registry);
    }
}
