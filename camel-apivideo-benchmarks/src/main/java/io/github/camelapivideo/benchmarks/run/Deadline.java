// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import java.time.Duration;

/** Until when something should have ended. */
record Deadline(long nanoTime) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** A share of what is left. */
    Deadline share(double part) {
        long now = System.nanoTime();
        return new Deadline(now + (long) (Math.max(0, nanoTime - now) * part));
    }

    boolean hasTimeLeft() {
        return nanoTime - System.nanoTime() > 0;
    }
}
