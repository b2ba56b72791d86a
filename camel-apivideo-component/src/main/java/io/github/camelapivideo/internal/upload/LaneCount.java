// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.internal.upload.LaneRate.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many parts of one upload may be sent at once, by the measured rate: more while they earn their share of it, as many
 * as have earned it when more did not, half when connections break. Pure: knows no clock, reads no counter. Not
 * thread-safe.
 *
 * <p>The rate is that of one lane while it sends, times the number of lanes: a lane that waits for its next part or for an
 * answer tells nothing. Connections begin slowly. So a rate counts when two thirds of the lanes' time since the last change
 * agree; the first third is left out. No third is shorter than a round trip, but for the first rate of a file.
 */
final class LaneCount {

    private static final long SHORTEST = Duration.ofMillis(100).toNanos();
    private static final long LONGEST = Duration.ofSeconds(3).toNanos();
    private static final long FIRST_REST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_REST = Duration.ofMinutes(5).toNanos();

    // Two rates that differ by less are the same.
    private static final double AGREED = 0.2;

    // The part of its rate on a line of its own that a new lane has to earn.
    private static final double EARNED = 0.3;
    private static final double NOTHING_EARNED = 1.1;

    // Of sixteen parts in a row four have to break.
    private static final int REMEMBERED = 0xFFFF;
    private static final int TOO_MANY_BROKEN = 4;

    // An upload that takes longer also asks whether fewer lanes would do: that costs it a little.
    private static final long LONG_REST = Duration.ofSeconds(10).toNanos();

    // What the steps up to the most may take of the time that is left.
    private static final double STEPS = 0.1;

    private final int first;
    private final int most;
    private final List<Sent> samples = new ArrayList<>();
    private int now;
    private int before;
    private double rateBefore;
    private long window = SHORTEST;
    private boolean filled;
    private long since = Long.MIN_VALUE;
    private long partsSince = Long.MIN_VALUE;
    private boolean doubted;
    private boolean resting;
    private long restSince;
    private long rest = FIRST_REST;
    private int broken;
    private int unheeded;

    LaneCount(int first, int most) {
        this.first = first;
        this.now = first;
        this.most = most;
    }

    /** Returns true while all lanes have a part, and their rate is asked for. */
    boolean isMeasuring() {
        return filled;
    }

    /** Returns when the present number of lanes was reached, in nanoseconds: what began before tells nothing. */
    long since() {
        return since;
    }

    /** Returns the earliest begin of a part that tells something, in nanoseconds: after a step those of the new lanes. */
    long partsSince() {
        return partsSince;
    }

    /** @param nanos the time that a small request took: rates of shorter times tell nothing */
    void roundTrip(long nanos) {
        window = Math.max(SHORTEST, Math.min(LONGEST / 2, 3 * nanos));
    }

    /**
     * Returns how many parts may be sent at once from now on.
     *
     * @param time in nanoseconds
     * @param left the bytes that are still to be sent; {@link Long#MAX_VALUE} if it is not known
     * @param sent what the lanes have sent since the beginning
     * @param sending the number of parts that are sent now
     * @param free the number of lanes that may be added at this moment
     */
    int at(long time, long left, Sent sent, int sending, int free) {
        if (resting && time - restSince < rest) {
            return now;
        }
        if (resting) {
            resting = false;
            before = 0;
            rest = Math.min(LONGEST_REST, 2 * rest);
        }
        // A stream is read before it is sent: new lanes earn nothing until they have something to send. Lanes that are
        // taken back send their parts to the end.
        if (!filled && sending == now) {
            filled = true;
            since = Math.min(since, time);
        }
        if (filled && (samples.isEmpty() || sent.nanos() > last().nanos())) {
            samples.add(sent);
            look(time, left, now + Math.max(0, free));
        }
        return now;
    }

    /** A part has been sent, or its connection has broken. */
    void ended(boolean broke, long time) {
        if (unheeded > 0) {
            unheeded--;
            return;
        }
        broken = (broken << 1 | (broke ? 1 : 0)) & REMEMBERED;
        if (Integer.bitCount(broken) >= TOO_MANY_BROKEN) {
            // What broke together counts once.
            unheeded = now;
            broken = 0;
            rest(Math.max(1, now / 2), time);
        }
    }

    private void look(long time, long left, int possible) {
        long span = last().nanos() - samples.get(0).nanos();
        long enough = measuredLanes() * window;
        if (3 * span >= enough && isTooLateToAsk(left, rateAfter(span / 3, span))) {
            judge(time, now * rateAfter(span / 3, span), most, possible);
        } else if (span >= now * LONGEST || span >= enough && hasSettled(span)) {
            // The first step asks whether connections share one line.
            judge(time, now * rateAfter(span / 3, span), now * (before == 0 ? 2 : 4), possible);
        }
    }

    // On a shared line the other lanes stay as fast as before until the new connections have become fast: so they tell
    // nothing before their next parts. A second look takes as long as if all lanes were new.
    private int measuredLanes() {
        return now > before && !doubted ? Math.max(now - before, now / 4) : now;
    }

    // The earlier a file is known to be short, the more of it is left.
    private boolean isTooLateToAsk(long left, double rateOfOne) {
        boolean first = before == 0 && rest == FIRST_REST;
        return first && 4 * window > STEPS * left / (most * rateOfOne);
    }

    private boolean hasSettled(long span) {
        double earlier = rateAfter(span / 3, 2 * span / 3);
        double later = rateAfter(2 * span / 3, span);
        return Math.abs(earlier - later) <= AGREED * Math.max(earlier, later);
    }

    /** Returns the rate of one lane in a part of the time since the last change, in bytes for each nanosecond. */
    private double rateAfter(long from, long to) {
        long begin = samples.get(0).nanos();
        return (sentAt(begin + to) - sentAt(begin + from)) / (to - from);
    }

    private double sentAt(long nanos) {
        int next = 1;
        while (samples.get(next).nanos() < nanos) {
            next++;
        }
        Sent earlier = samples.get(next - 1);
        Sent later = samples.get(next);
        double share = (nanos - earlier.nanos()) / (double) (later.nanos() - earlier.nanos());
        return earlier.bytes() + share * (later.bytes() - earlier.bytes());
    }

    private Sent last() {
        return samples.get(samples.size() - 1);
    }

    private void judge(long time, double rate, int wanted, int possible) {
        if (now < before) {
            // As many lanes as before, unless half of them carried as much.
            rest(rate * NOTHING_EARNED < rateBefore ? before : now, time);
            return;
        }
        double gain = before == 0 ? 0 : rate / rateBefore;
        boolean earned = before == 0 || gain >= 1 + EARNED * (now / (double) before - 1);
        int next = Math.min(Math.min(most, wanted), possible);
        boolean again = !earned && !doubted;
        doubted = again;
        if (earned && next > now) {
            before = now;
            rateBefore = rate;
            begin(next);
            partsSince = time;
        } else if (again) {
            // A lane too few costs more than a lane too many: the machine may have been busy.
            samples.clear();
        } else if (earned && before == 0) {
            settle(now, rate, time);
        } else if (earned) {
            rest(now, time);
        } else if (gain > NOTHING_EARNED) {
            rest(Math.min(now, (int) Math.round(before * gain)), time);
        } else {
            settle(before, rateBefore, time);
        }
    }

    // More lanes would earn nothing, or cannot be had.
    private void settle(int lanes, double rate, long time) {
        if (lanes > first && rest > LONG_REST) {
            before = lanes;
            rateBefore = rate;
            begin(Math.max(first, lanes / 2));
        } else {
            rest(lanes, time);
        }
    }

    private void rest(int lanes, long time) {
        begin(lanes);
        doubted = false;
        resting = true;
        restSince = time;
    }

    private void begin(int lanes) {
        now = lanes;
        filled = false;
        since = Long.MAX_VALUE;
        partsSince = Long.MIN_VALUE;
        samples.clear();
    }
}
