// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import java.util.concurrent.TimeUnit;

/**
 * What the network between a client and the sink is like.
 *
 * @param bytesPerSecond what one connection carries; 0 for as much as it can
 * @param rttMillis how long it takes there and back
 */
public record Shape(long bytesPerSecond, int rttMillis) {

    /** The machine's own loopback. */
    public static final Shape NONE = new Shape(0, 0);

    boolean limited() {
        return bytesPerSecond > 0;
    }

    /** How much may be on its way on one connection: what the line holds, as a well-tuned receiver would allow. */
    int receiveWindow() {
        return (int) Math.max(64 * 1024, bytesPerSecond * rttMillis / 1000);
    }

    long rttNanos() {
        return TimeUnit.MILLISECONDS.toNanos(rttMillis);
    }

    /** The line of one connection. */
    Line line() {
        return new Line(bytesPerSecond);
    }

    /** Decides how long bytes take on the line; the waiting is the caller's. For one thread. */
    static final class Line {
        // A reader that the machine has delayed may catch up, but only a little: a line does not store bandwidth.
        private static final long CATCH_UP = TimeUnit.MILLISECONDS.toNanos(10);

        private final long bytesPerSecond;
        private long freeAt;

        Line(long bytesPerSecond) {
            this.bytesPerSecond = bytesPerSecond;
        }

        /** After a pause: there is nothing to catch up with. */
        void begin(long now) {
            freeAt = now;
        }

        /** @return how long to wait, in nanoseconds, until so many bytes have passed */
        long pass(long now, long bytes) {
            freeAt = Math.max(freeAt, now - CATCH_UP) + bytes * 1_000_000_000L / bytesPerSecond;
            return Math.max(0, freeAt - now);
        }
    }
}
