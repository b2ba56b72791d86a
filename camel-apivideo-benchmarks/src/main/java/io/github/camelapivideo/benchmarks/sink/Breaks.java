// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import java.io.IOException;
import java.util.Random;

/**
 * Decides which requests lose their connection, and where in their bodies. Every client meets the same decisions in each
 * of its uploads, in the order in which the parts arrive. Thread-safe.
 */
final class Breaks {

    // The first numbers of neighbouring seeds are alike.
    private static final long APART = 0x9E3779B97F4A7C15L;

    private final int oneIn;
    private final long seed;
    // Guarded by this.
    private Random chance;
    private long upload;

    Breaks(int oneIn, long seed) {
        this.oneIn = oneIn;
        this.seed = seed;
        this.chance = new Random(seed);
    }

    /** A client has begun. */
    synchronized void begin() {
        chance = new Random(seed);
        upload = 0;
    }

    /** A client begins an upload; it may have cut the one before into other parts than other clients. */
    synchronized void created() {
        chance = new Random(seed + ++upload * APART);
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
