// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sizes of all parts of a source but the last: one size, or sizes that grow up to a maximum, from some part on faster.
 * The sizes alone determine the boundaries of the parts. All in bytes. Immutable.
 *
 * @param first the size of part 1
 * @param steady the number of parts with that size
 * @param step the growth of each later part up to number {@code turn}
 * @param turn the number of the part after which the growth is {@code later}; no less than {@code steady}
 * @param later the growth of each part after that
 * @param largest the size at which the parts stop growing
 */
public record PartSizes(long first, int steady, long step, int turn, long later, long largest) {

    private static final Pattern FORM = Pattern.compile(
            "(\\d{1,18})(?:(?:\\*(\\d{1,5}))?\\+(\\d{1,18})(?:/(\\d{1,5})\\+(\\d{1,18}))?\\.\\.(\\d{1,18}))?");

    public PartSizes {
        if (first < 1 || steady < 1 || step < 0 || later < 0 || largest < first) {
            throw new IllegalArgumentException(steady + " parts of " + first + " bytes, " + step
                    + " more for each later one, " + later + " after part " + turn + ", up to " + largest
                    + ": cannot be");
        }
        if (first == largest) {
            steady = 1;
            step = 0;
            later = 0;
        }
        if (turn <= steady || step == later) {
            turn = steady;
            step = later;
        }
    }

    /** Creates sizes that grow evenly after some of one size. */
    PartSizes(long first, int steady, long step, long largest) {
        this(first, steady, step, steady, step, largest);
    }

    /** Returns one size for all parts. */
    public static PartSizes all(long size) {
        return new PartSizes(size, 1, 0, size);
    }

    /** Returns the sizes of so many parts of another size, after which the parts grow like these. */
    PartSizes after(long size, int parts) {
        return new PartSizes(size, parts, step, turn, later, largest);
    }

    /**
     * Parses a text that {@link #toString} has written.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static PartSizes parse(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not the sizes of parts: " + text);
        }
        long first = Long.parseLong(form.group(1));
        if (form.group(6) == null) {
            return all(first);
        }
        int steady = form.group(2) == null ? 1 : Integer.parseInt(form.group(2));
        long step = Long.parseLong(form.group(3));
        long largest = Long.parseLong(form.group(6));
        return form.group(4) == null
                ? new PartSizes(first, steady, step, largest)
                : new PartSizes(
                        first, steady, step, Integer.parseInt(form.group(4)), Long.parseLong(form.group(5)), largest);
    }

    /** Returns the size of a part in bytes; parts are counted from 1. */
    long of(int number) {
        long before = grown(first, step, Math.min(number, turn) - steady);
        return grown(before, later, number - turn);
    }

    // Neither the product nor the sum can overflow.
    private long grown(long from, long growth, long times) {
        if (growth == 0 || times <= 0) {
            return from;
        }
        return times >= (largest - from) / growth ? largest : from + times * growth;
    }

    /**
     * Returns {@code size}, {@code first+step..largest}, or the same with {@code *steady} behind {@code first} and
     * {@code /turn+later} behind {@code step}.
     */
    @Override
    public String toString() {
        if (first == largest) {
            return Long.toString(largest);
        }
        return first + (steady == 1 ? "" : "*" + steady) + "+" + step + (turn == steady ? "" : "/" + turn + "+" + later)
                + ".." + largest;
    }
}
