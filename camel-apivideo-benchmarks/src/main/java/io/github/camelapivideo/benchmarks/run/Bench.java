// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What all chapters of one run work with.
 *
 * @param deadline when the current chapter should have ended
 */
record Bench(Settings settings, Workplace workplace, PrintWriter out, Deadline deadline) {

    /** Tells whoever is watching. */
    synchronized void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }

    Bench until(Deadline other) {
        return new Bench(settings, workplace, out, other);
    }

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
