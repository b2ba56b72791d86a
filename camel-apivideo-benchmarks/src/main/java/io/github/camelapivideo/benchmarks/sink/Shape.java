// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import java.util.concurrent.TimeUnit;

/**
 * What the network between a client and the sink is like.
 *
 * @param bytesPerSecond what one connection carries, or all together on a shared line; 0 for as much as they can
 * @param rttMillis how long it takes there and back
 * @param shared true if all connections share one line
 * @param brokenOneIn one request in so many loses its connection while a part is sent; 0 for none
 */
public record Shape(long bytesPerSecond, int rttMillis, boolean shared, int brokenOneIn) {

    /** The machine's own loopback. */
    public static final Shape NONE = each(0, 0);

    /** A line for each connection. */
    public static Shape each(long bytesPerSecond, int rttMillis) {
        return new Shape(bytesPerSecond, rttMillis, false, 0);
    }

    /** One line for all connections. */
    public static Shape shared(long bytesPerSecond, int rttMillis) {
        return new Shape(bytesPerSecond, rttMillis, true, 0);
    }

    /** The same line, on which one request in so many loses its connection. */
    public Shape breaking(int oneIn) {
        return new Shape(bytesPerSecond, rttMillis, shared, oneIn);
    }

    public boolean breaks() {
        return brokenOneIn > 0;
    }

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

    /** A line of this kind. */
    Line line() {
        return new Line(bytesPerSecond);
    }

    /** Decides how long bytes take on the line; the waiting is the caller's. Thread-safe. */
    static final class Line {
        // A reader that the machine has delayed may catch up, but only a little: a line does not store bandwidth.
        private static final long CATCH_UP = TimeUnit.MILLISECONDS.toNanos(10);

        private final long bytesPerSecond;
        // Guarded by this.
        private long freeAt = Long.MIN_VALUE / 2;

        Line(long bytesPerSecond) {
            this.bytesPerSecond = bytesPerSecond;
        }

        /** After a pause: there is nothing to catch up with. Others may use the line. */
        synchronized void begin(long now) {
            freeAt = Math.max(freeAt, now);
        }

        /** @return how long to wait, in nanoseconds, until so many bytes have passed */
        synchronized long pass(long now, long bytes) {
            freeAt = Math.max(freeAt, now - CATCH_UP) + bytes * 1_000_000_000L / bytesPerSecond;
            return Math.max(0, freeAt - now);
        }
    }
}
