// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.internal.call.Observers;
import org.apache.camel.CamelContext;

/**
 * Counts what a component does by Micrometer, so far as Micrometer is on the class path and a registry of it is in the
 * registry of Camel. Thread-safe.
 */
public final class Metering {

    private static final boolean POSSIBLE = exists("io.micrometer.core.instrument.MeterRegistry");

    private final Load load;
    private final Observers observers;
    private Runnable end;

    /** @param observers hear of all that the component does */
    public Metering(Load load, Observers observers) {
        this.load = load;
        this.observers = observers;
    }

    /** Begins to count, if that is possible; at once or, for a registry that is not there yet, with the next call. */
    public synchronized void begin(CamelContext context) {
        if (POSSIBLE && end == null) {
            end = UploadMeters.begin(context, load, observers);
        }
    }

    /** Counts no more, and removes what shows this moment. What was counted stays. */
    public synchronized void end() {
        if (end != null) {
            end.run();
            end = null;
        }
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, Metering.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
