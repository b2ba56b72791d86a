// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.bandwidth;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Decides purely which upload sends next over a limited line, and when: a token bucket behind a fair queue. The upload
 * that has sent least comes first, however many lanes it has. An upload that has sent nothing for a while has no credit
 * from that time. Times are nanoseconds of any clock that never goes back. Not thread-safe.
 */
final class FairOrder {

    private static final long SECOND = 1_000_000_000;

    /** What an unused line may make up for, as a time. */
    static final long BURST = SECOND / 10;

    private final long bytesPerSecond;
    private final Queue<Turn> waiting = new PriorityQueue<>(
            Comparator.<Turn>comparingLong(turn -> turn.from).thenComparingLong(turn -> turn.arrival));
    private long arrivals;

    // Where the upload that sent last was, in its own bytes
    private long position;

    // The moment from which the line is free
    private long free;

    FairOrder(long bytesPerSecond, long now) {
        this.bytesPerSecond = bytesPerSecond;
        this.free = now - BURST;
    }

    /** One upload's part of the line. */
    static final class Share {
        // In its own bytes; what it has asked for counts as sent
        private long sent;
    }

    /** Some bytes of one upload that wait until they may be sent. */
    static final class Turn {
        private final int bytes;
        private final long from;
        private final long arrival;
        private final Runnable wake;
        private boolean due;

        private Turn(int bytes, long from, long arrival, Runnable wake) {
            this.bytes = bytes;
            this.from = from;
            this.arrival = arrival;
            this.wake = wake;
        }
    }

    /**
     * Puts some bytes into the order.
     *
     * @param wake runs when the turn has come, or has become the first of those that wait
     */
    Turn add(Share share, int bytes, Runnable wake) {
        long from = Math.max(position, share.sent);
        share.sent = from + bytes;
        Turn turn = new Turn(bytes, from, arrivals++, wake);
        waiting.add(turn);
        return turn;
    }

    /** Takes a turn out of the order, whether it has come or not. */
    void remove(Turn turn) {
        boolean first = waiting.peek() == turn;
        if (!turn.due && waiting.remove(turn) && first) {
            wakeFirst();
        }
    }

    /** Lets all those go whose time has come. */
    void advance(long now) {
        boolean changed = false;
        while (!waiting.isEmpty() && now - free >= 0) {
            go(waiting.remove(), now);
            changed = true;
        }
        if (changed) {
            wakeFirst();
        }
    }

    private void go(Turn turn, long now) {
        position = turn.from;
        long since = Math.min(now - free, BURST);
        free = now - since + turn.bytes * SECOND / bytesPerSecond;
        turn.due = true;
        turn.wake.run();
    }

    private void wakeFirst() {
        Turn first = waiting.peek();
        if (first != null) {
            first.wake.run();
        }
    }

    /**
     * Returns how long a turn waits, in nanoseconds: 0 if it has come, and without an end if another comes before it and
     * will wake it.
     */
    long left(Turn turn, long now) {
        if (turn.due) {
            return 0;
        }
        return waiting.peek() == turn ? free - now : Long.MAX_VALUE;
    }
}
