// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.internal.call.Observers;
import org.apache.camel.CamelContext;

/**
 * What Micrometer and OpenTelemetry learn of a component, so far as they are on the class path. No class of theirs is
 * loaded where they are missing. Thread-safe.
 */
public final class Instruments {

    private static final boolean METERS = exists("io.micrometer.core.instrument.MeterRegistry");
    private static final boolean SPANS = exists("io.opentelemetry.api.trace.Span");

    private final Load load;
    private final Observers observers;

    // Null while they do not listen
    private Runnable endOfMeters;
    private Runnable endOfSpans;

    /** @param observers receive all uploads, requests and events of the component */
    public Instruments(Load load, Observers observers) {
        this.load = load;
        this.observers = observers;
    }

    /** Begins, if that is possible: at once or, for a registry of meters that is not there yet, with the next call. */
    public synchronized void begin(CamelContext context) {
        if (METERS && endOfMeters == null) {
            endOfMeters = UploadMeters.begin(context, load, observers);
        }
        if (SPANS && endOfSpans == null) {
            endOfSpans = RequestSpans.begin(context, observers);
        }
    }

    /** Ends, and removes the gauges. What was counted stays. */
    public synchronized void end() {
        if (endOfMeters != null) {
            endOfMeters.run();
            endOfMeters = null;
        }
        if (endOfSpans != null) {
            endOfSpans.run();
            endOfSpans = null;
        }
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, Instruments.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
