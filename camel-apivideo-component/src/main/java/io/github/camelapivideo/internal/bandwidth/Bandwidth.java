// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.bandwidth;

import java.io.InterruptedIOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A limit of the bytes a second that several uploads send together. Uploads that send at the same time have the same
 * share, whatever their number of lanes; what one does not need, the others have. Thread-safe.
 *
 * <p>Well-known rate limiters share a rate between threads and know no uploads (decision 023).
 */
public final class Bandwidth {

    // A slice takes a twentieth of a second, so that the rate is even, but no more than is sent at once without a
    // limit.
    private static final int SLICES_PER_SECOND = 20;
    private static final int SMALLEST_SLICE = 1024;
    private static final int LARGEST_SLICE = 64 * 1024;

    private final LongSupplier clock;
    private final int slice;

    // Guarded by itself
    private final FairOrder order;

    /**
     * @param bytesPerSecond the limit, from 1
     * @param clock nanoseconds that never go back, like {@link System#nanoTime}
     */
    public Bandwidth(long bytesPerSecond, LongSupplier clock) {
        this.clock = clock;
        this.order = new FairOrder(bytesPerSecond, clock.getAsLong());
        this.slice = (int) Math.max(SMALLEST_SLICE, Math.min(LARGEST_SLICE, bytesPerSecond / SLICES_PER_SECOND));
    }

    /** Returns the share of one more upload. It needs no end. */
    public Share share() {
        return new Share();
    }

    /** One upload's share of the limit, for all its lanes. Thread-safe. */
    public final class Share {

        private final FairOrder.Share share = new FairOrder.Share();

        private Share() {}

        /** Returns the largest number of bytes to send at once. */
        int slice() {
            return slice;
        }

        /**
         * Blocks until so many bytes may be sent.
         *
         * @param ended true when the wait has no purpose any more; the code that makes it true unparks this thread
         * @throws InterruptedIOException if it is true, or the thread is interrupted
         */
        void await(int bytes, BooleanSupplier ended) throws InterruptedIOException {
            Thread lane = Thread.currentThread();
            FairOrder.Turn turn = begin(bytes, lane);
            try {
                for (long nanos = left(turn); nanos > 0; nanos = left(turn)) {
                    if (ended.getAsBoolean() || lane.isInterrupted()) {
                        throw new InterruptedIOException("ended while it waited for its share of bandwidthLimit");
                    }
                    LockSupport.parkNanos(Bandwidth.this, nanos);
                }
            } finally {
                end(turn);
            }
        }

        private FairOrder.Turn begin(int bytes, Thread lane) {
            synchronized (order) {
                return order.add(share, bytes, () -> LockSupport.unpark(lane));
            }
        }
    }

    private long left(FairOrder.Turn turn) {
        synchronized (order) {
            long now = clock.getAsLong();
            order.advance(now);
            return order.left(turn, now);
        }
    }

    private void end(FairOrder.Turn turn) {
        synchronized (order) {
            order.remove(turn);
        }
    }
}
