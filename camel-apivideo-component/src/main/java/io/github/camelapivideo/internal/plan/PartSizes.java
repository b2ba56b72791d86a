// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large the parts of a source are, the last one excepted: all the same, or each larger than the one before until
 * they are as large as may be. Whoever knows the sizes finds the same boundaries again. All in bytes.
 *
 * @param first the size of part 1
 * @param steady how many parts have that size
 * @param step by how much each later part is larger than the one before
 * @param largest where they stop growing
 */
public record PartSizes(long first, int steady, long step, long largest) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,18})(?:(?:\\*(\\d{1,5}))?\\+(\\d{1,18})\\.\\.(\\d{1,18}))?");

    public PartSizes {
        if (first < 1 || steady < 1 || step < 0 || largest < first) {
            throw new IllegalArgumentException(steady + " parts of " + first + " bytes, " + step
                    + " more for each later one, up to " + largest + ": cannot be");
        }
        if (first == largest) {
            steady = 1;
            step = 0;
        }
    }

    /** Parts that grow from the second on. */
    PartSizes(long first, long step, long largest) {
        this(first, 1, step, largest);
    }

    /** Parts of one size. */
    public static PartSizes all(long size) {
        return new PartSizes(size, 0, size);
    }

    /**
     * What {@link #toString} has written.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static PartSizes parse(String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not the sizes of parts: " + text);
        }
        long first = Long.parseLong(form.group(1));
        if (form.group(4) == null) {
            return all(first);
        }
        int steady = form.group(2) == null ? 1 : Integer.parseInt(form.group(2));
        return new PartSizes(first, steady, Long.parseLong(form.group(3)), Long.parseLong(form.group(4)));
    }

    /** The size of a part, counted from 1. */
    long of(int number) {
        // Neither the sum nor the product can overflow: a part has at most 18 digits, a video 10,000 parts.
        long steps = Math.max(0, number - steady);
        if (steps == 0) {
            return first;
        }
        return step == 0 || steps >= (largest - first) / step ? largest : first + steps * step;
    }

    /** {@code size}, {@code first+step..largest}, or {@code first*steady+step..largest}. */
    @Override
    public String toString() {
        return first == largest
                ? Long.toString(largest)
                : first + (steady == 1 ? "" : "*" + steady) + "+" + step + ".." + largest;
    }
}
