// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import io.github.camelapivideo.internal.source.DeclaredLength;
import io.github.camelapivideo.internal.source.PartSource;
import java.util.OptionalLong;

/**
 * How many parts of one upload are sent at once. Immutable.
 *
 * @param begin the number of parts at once in the beginning; less than {@code most} if the measured rate decides
 * @param most the largest number of parts that are sent at once
 * @param growth the number of lanes by which the parts of a stream grow: the more, the slower
 * @param held the number of parts of a stream for which there has to be memory
 */
public record Parallelism(int begin, int most, int growth, int held) {

    /** The number that follows the measured rate. */
    public static final int AUTO = 0;

    /** The number with which it begins. */
    public static final int LEAST_CHOSEN = 4;

    /** The most parts at once that it may reach. */
    static final int MOST_CHOSEN = 32;

    // More lanes than this are for smaller parts only: a part is a request, and the account has few.
    private static final long LEAST_PART_SIZE = 32 * PartPlan.MIB;

    // A stream may turn out to be short or long, its line to be shared by the lanes or not.
    private static final int GROWTH_CHOSEN = 8;

    /**
     * What other uploads leave.
     *
     * @param requests how many parts the service still takes in this minute
     * @param lanes how many lanes are free
     * @param allLanes how many there are
     * @param memory for the parts of streams, in bytes
     */
    public record Left(int requests, int lanes, int allLanes, long memory) {}

    /**
     * Parses the option.
     *
     * @return the number of parts at once; {@link #AUTO} for one that follows the measured rate
     * @throws IllegalArgumentException if the text is neither {@code auto} nor a number of 1 or more
     */
    public static int parse(String text) {
        if ("auto".equals(text)) {
            return AUTO;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, too.
        }
        throw new IllegalArgumentException("parallelism=" + text + ": allowed is auto, or a number of 1 or more");
    }

    /**
     * Returns a fixed number: one part of a stream is read while the others are sent.
     *
     * @param wanted the number; {@link #AUTO} for {@link #LEAST_CHOSEN}
     */
    public static Parallelism of(int wanted) {
        int number = wanted == AUTO ? LEAST_CHOSEN : wanted;
        return new Parallelism(number, number, number, number + 1);
    }

    /**
     * Returns the numbers for an upload that begins now. It begins with {@link #LEAST_CHOSEN}; the most is as large as helps
     * a fast line: parts do not become small for it, and it is bounded by what other uploads leave at this moment.
     *
     * @param partSize the size of the parts in bytes; 0 for a chosen size
     */
    public static Parallelism chosen(PartSource source, long partSize, Left left) {
        long most = Math.min(MOST_CHOSEN, left.lanes() - left.allLanes() / 3);
        if (partSize == 0) {
            OptionalLong length = length(source);
            most = Math.min(most, left.requests() / 3);
            most = length.isPresent() ? Math.min(most, length.getAsLong() / LEAST_PART_SIZE) : most;
        }
        if (source.isBuffered()) {
            long part = partSize == 0 ? PartPlan.FIRST_OF_STREAM : partSize;
            most = Math.min(most, left.memory() / 3 * 2 / part);
        }
        int chosen = (int) Math.max(LEAST_CHOSEN, most);
        return new Parallelism(LEAST_CHOSEN, chosen, Math.min(chosen, GROWTH_CHOSEN), LEAST_CHOSEN + 1);
    }

    /** Returns true if the number follows the measured rate. */
    public boolean isMeasured() {
        return begin < most;
    }

    private static OptionalLong length(PartSource source) {
        return source.length().isPresent()
                ? source.length()
                : source.declaredLength()
                        .map(DeclaredLength::bytes)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty);
    }
}
