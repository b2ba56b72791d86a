// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/**
 * Shows by Micrometer what all components of a Camel context do at this moment, in sums. The gauges exist from the start
 * of the first component to the end of the last. Thread-safe.
 */
final class UploadGauges {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Set<Load> loads = new CopyOnWriteArraySet<>();

    // Guarded by this
    private List<Meter> gauges = List.of();

    private UploadGauges(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
    }

    /** Returns the gauges of a context. */
    static synchronized UploadGauges of(CamelContext camel, MeterRegistry registry, Tags tags) {
        UploadGauges present = camel.getCamelContextExtension().getContextPlugin(UploadGauges.class);
        if (present != null) {
            return present;
        }
        UploadGauges gauges = new UploadGauges(registry, tags);
        camel.getCamelContextExtension().addContextPlugin(UploadGauges.class, gauges);
        return gauges;
    }

    synchronized void add(Load load) {
        if (loads.add(load) && gauges.isEmpty()) {
            gauges = Stream.of(
                            uploads("running", upload -> upload.state().isActive())
                                    .description("Uploads that run"),
                            uploads("waiting", upload -> upload.state() == State.WAITING)
                                    .description("Uploads that wait for their turn"),
                            uploads("standing", upload -> upload.standstill() != null)
                                    .description("Uploads that run and stand still"),
                            memory("leased", Load::leased).description("Memory that parts of streams have leased"),
                            memory("capacity", Load::capacity).description("Memory that parts of streams can lease"))
                    .<Meter>map(gauge -> gauge.tags(tags).register(registry))
                    .toList();
        }
    }

    synchronized void remove(Load load) {
        if (loads.remove(load) && loads.isEmpty()) {
            gauges.forEach(registry::remove);
            gauges = List.of();
        }
    }

    private Gauge.Builder<?> uploads(String name, Predicate<UploadProgress> counted) {
        return gauge(
                "apivideo.uploads." + name,
                load -> load.uploads().stream().filter(counted).count());
    }

    private Gauge.Builder<?> memory(String name, ToDoubleFunction<Load> bytes) {
        return gauge("apivideo.buffer." + name, bytes).baseUnit("bytes");
    }

    private Gauge.Builder<?> gauge(String name, ToDoubleFunction<Load> value) {
        return Gauge.builder(name, loads, all -> all.stream().mapToDouble(value).sum());
    }
}
