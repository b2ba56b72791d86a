// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import java.io.IOException;
import java.util.Random;

/**
 * Decides which requests lose their connection, and where in their bodies. Every client meets the same decisions, in the
 * order in which its parts arrive. Thread-safe.
 */
final class Breaks {

    private final int oneIn;
    private final long seed;
    // Guarded by this.
    private Random chance;

    Breaks(int oneIn, long seed) {
        this.oneIn = oneIn;
        this.seed = seed;
        this.chance = new Random(seed);
    }

    /** A client has begun. */
    synchronized void begin() {
        chance = new Random(seed);
    }

    /** Returns how many bytes of a part's body pass; all of them unless the connection breaks. */
    synchronized long passing(RequestHead head) throws IOException {
        if (oneIn == 0 || head.isRaw()) {
            return head.length();
        }
        boolean breaks = chance.nextInt(oneIn) == 0;
        double where = chance.nextDouble();
        return breaks ? (long) (where * head.length()) : head.length();
    }

    /** A connection that the line has lost. */
    static final class BrokenConnection extends IOException {
        private static final long serialVersionUID = 1;
    }
}
