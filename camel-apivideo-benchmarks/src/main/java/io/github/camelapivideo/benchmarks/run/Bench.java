// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What all chapters of one run work with.
 *
 * @param deadline when the current chapter should have ended
 * @param failed whether something could not be measured
 */
record Bench(Settings settings, Workplace workplace, PrintWriter out, Deadline deadline, AtomicBoolean failed) {

    /** Says what could not be measured, and remembers that. */
    void fail(String format, Object... values) {
        failed.set(true);
        say(format, values);
    }

    /** Prints a line at once. */
    synchronized void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }

    Bench until(Deadline other) {
        return new Bench(settings, workplace, out, other, failed);
    }

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
