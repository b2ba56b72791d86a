// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many parts of one upload may be sent at once, by the measured rate: more while they earn their share of it, as many
 * as have earned it when more did not, half when connections break. Pure: knows no clock, reads no counter. Not
 * thread-safe.
 *
 * <p>The buffers of new connections swallow bytes at once, and connections begin slowly. So a rate counts when two thirds
 * of the time since the last change agree; the first third is left out. No third is shorter than a round trip, but for the
 * first rate of a file, which takes two thirds of that time.
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

    // What the steps up to the most may take of the time that is left.
    private static final double STEPS = 0.1;

    private final int most;
    private final long length;
    private final List<Sample> samples = new ArrayList<>();
    private int now;
    private int before;
    private double rateBefore;
    private long window = SHORTEST;
    private boolean filled;
    private boolean doubted;
    private boolean resting;
    private long restSince;
    private long rest = FIRST_REST;
    private int broken;
    private int unheeded;

    private record Sample(long time, long bytes) {

        double rateUntil(Sample later) {
            return (later.bytes - bytes) / (double) Math.max(1, later.time - time);
        }
    }

    /** @param length of all parts together in bytes; {@link Long#MAX_VALUE} if it is not known */
    LaneCount(int begin, int most, long length) {
        this.now = begin;
        this.most = most;
        this.length = length;
    }

    /** Returns true while nothing is measured. */
    boolean isResting() {
        return resting;
    }

    /** @param nanos the time that a small request took: rates of shorter times tell nothing */
    void roundTrip(long nanos) {
        window = Math.max(SHORTEST, Math.min(LONGEST / 2, 3 * nanos));
    }

    /**
     * Returns how many parts may be sent at once from now on.
     *
     * @param time in nanoseconds
     * @param bytes that have been sent since the beginning; fewer than before after a part has failed
     * @param sending the number of parts that are sent now
     * @param free the number of lanes that may be added at this moment
     */
    int at(long time, long bytes, int sending, int free) {
        if (resting && time - restSince < rest) {
            return now;
        }
        if (resting) {
            resting = false;
            before = 0;
            rest = Math.min(LONGEST_REST, 2 * rest);
        }
        // A stream is read before it is sent: new lanes earn nothing until they have something to send.
        filled |= sending >= now;
        if (!filled) {
            return now;
        }
        if (!samples.isEmpty() && bytes < samples.get(samples.size() - 1).bytes()) {
            samples.clear();
        }
        Sample last = new Sample(time, bytes);
        samples.add(last);
        double rate = settledRate();
        boolean hurried = rest == FIRST_REST && 4 * window > STEPS * shortest(rate, last);
        if (rate > 0 && (hurried || time - samples.get(0).time() >= 3 * window / 2)) {
            judge(rate, last, hurried, free);
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

    private double settledRate() {
        int third = (samples.size() - 1) / 3;
        Sample last = samples.get(samples.size() - 1);
        long span = last.time() - samples.get(0).time();
        if (third == 0 || span < (mayHurry() ? 2 * window / 3 : window)) {
            return 0;
        }
        Sample middle = samples.get(samples.size() - 1 - third);
        Sample first = samples.get(samples.size() - 1 - 2 * third);
        double earlier = first.rateUntil(middle);
        double later = middle.rateUntil(last);
        boolean agreed = Math.abs(earlier - later) <= AGREED * Math.max(earlier, later);
        if (span >= LONGEST && !(later > 0)) {
            samples.clear();
            return 0;
        }
        return agreed || span >= LONGEST ? first.rateUntil(last) : 0;
    }

    // The first rate of a file also tells whether there is time for questions: the earlier, the more of it is left.
    private boolean mayHurry() {
        return before == 0 && rest == FIRST_REST && length < Long.MAX_VALUE;
    }

    private void judge(double rate, Sample last, boolean hurried, int free) {
        double gain = before == 0 ? 0 : rate / rateBefore;
        boolean earned = before == 0 || gain >= 1 + EARNED * (now / (double) before - 1);
        // The first step asks whether connections share one line; one that would be answered too late is not asked.
        int wanted = hurried ? most : now * (before == 0 ? 2 : 4);
        int next = Math.min(Math.min(most, wanted), now + Math.max(0, free));
        boolean again = !earned && !doubted;
        doubted = again;
        if (earned && next > now) {
            before = now;
            rateBefore = rate;
            now = next;
            filled = false;
            samples.clear();
        } else if (again) {
            // A lane too few costs more than a lane too many: the machine may have been busy.
            samples.clear();
        } else if (earned) {
            rest(now, last.time());
        } else {
            int worth = gain < NOTHING_EARNED ? before : (int) Math.ceil(before * gain);
            rest(Math.min(now, worth), last.time());
        }
    }

    /** Returns the time that is left if all lanes earn their share, in nanoseconds. */
    private double shortest(double rate, Sample last) {
        return rate > 0 ? (length - last.bytes()) / rate * now / most : Double.MAX_VALUE;
    }

    private void rest(int lanes, long time) {
        now = lanes;
        filled = false;
        doubted = false;
        resting = true;
        restSince = time;
        samples.clear();
    }
}
