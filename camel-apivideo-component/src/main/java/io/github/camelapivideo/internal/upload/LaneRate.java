// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How fast the lanes of an upload are: bytes that they have sent, and the time that these took each lane. The buffers of a
 * connection swallow the first megabytes of a part at once, and its last ones are still on their way when all is written.
 * So a lane counts from when its connection takes no more until the part is written, and a part that the buffers hold
 * counts as a whole when it is answered. Thread-safe.
 */
final class LaneRate {

    // A write that waits so long has found the buffers full.
    private static final long FULL = Duration.ofMillis(1).toNanos();
    private static final long NEVER = Long.MIN_VALUE;

    private final LongSupplier clock;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private volatile long since = Long.MAX_VALUE;
    private volatile long partsSince = NEVER;

    /** @param clock never goes back, in nanoseconds */
    LaneRate(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * What lanes have sent.
     *
     * @param nanos the time that it took, all lanes together
     */
    record Sent(long bytes, long nanos) {}

    /** Returns what has been sent since the beginning. */
    Sent sent() {
        return new Sent(bytes.get(), nanos.get());
    }

    /**
     * From now on counts what begins at this time or later; before the first call nothing is counted.
     *
     * @param parts the earliest begin of a part that counts
     */
    void countSince(long time, long parts) {
        partsSince = parts;
        since = time;
    }

    /** A part gets a lane. */
    Lane begin() {
        return new Lane();
    }

    /** The lane of one part. For one thread after another. */
    final class Lane {
        private long began = NEVER;
        private long last;
        private long written;
        private boolean full;
        private long counted;
        private long countedNanos;

        private Lane() {}

        /** So many bytes more are in the buffers of the connection. */
        void wrote(long size) {
            long now = clock.getAsLong();
            written += size;
            if (began == NEVER) {
                began = now;
                last = now;
            }
            full |= now - last >= FULL;
            if (full && last >= since && began >= partsSince) {
                count(size, now - last);
            }
            last = now;
        }

        /** The whole part has arrived. */
        void answered() {
            if (began != NEVER && began >= since) {
                count(written - counted, clock.getAsLong() - began - countedNanos);
            }
            broke();
        }

        /** The part is not sent any more, or is sent again. */
        void broke() {
            began = NEVER;
            written = 0;
            full = false;
            counted = 0;
            countedNanos = 0;
        }

        private void count(long size, long time) {
            counted += size;
            countedNanos += time;
            bytes.addAndGet(size);
            nanos.addAndGet(time);
        }
    }
}
