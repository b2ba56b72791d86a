// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
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
public record Bench(Settings settings, Workplace workplace, PrintWriter out, Deadline deadline, AtomicBoolean failed) {

    /** Says what could not be measured, and remembers that. */
    public void fail(String format, Object... values) {
        failed.set(true);
        say(format, values);
    }

    /** Prints a line at once. */
    public synchronized void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }

    /**
     * True if a further round may begin: there are rounds left to make, and time or too few of them so far.
     *
     * @param round its number, from 1
     * @param least rounds that are made even after the deadline
     */
    public boolean begins(int round, int least) {
        return round <= settings.rounds() && (round <= least || deadline.hasTimeLeft());
    }

    public Bench until(Deadline other) {
        return new Bench(settings, workplace, out, other, failed);
    }

    public static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Until when something should have ended. */
    public record Deadline(long nanoTime) {

        public static Deadline in(Duration time) {
            return new Deadline(System.nanoTime() + time.toNanos());
        }

        /** A share of what is left. */
        public Deadline share(double part) {
            long now = System.nanoTime();
            return new Deadline(now + (long) (Math.max(0, nanoTime - now) * part));
        }

        public boolean hasTimeLeft() {
            return nanoTime - System.nanoTime() > 0;
        }
    }

    /**
     * How much is measured.
     *
     * @param quick true to find out only whether it works
     * @param rounds how often each client runs
     * @param rawLength of the video on raw loopback, in bytes
     * @param shapedLength of the video on a shaped network, in bytes
     * @param longLength of the long stream of the memory test, in bytes
     * @param lanesLength of the video on lines of many kinds, in bytes
     * @param lanesSeconds how long the slowest client may take there; a shorter video is taken if needed
     * @param line the only one of these lines that is measured, counted from 1; 0 for all
     * @param jdk25 the directory of a JDK 25, to measure its TLS; null if there is none
     * @param seed decides the bytes of the videos, and the order
     */
    public record Settings(
            boolean quick,
            int rounds,
            long rawLength,
            long shapedLength,
            long longLength,
            long lanesLength,
            int lanesSeconds,
            int line,
            Path jdk25,
            long seed) {}
}
