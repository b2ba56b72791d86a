// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.source.DeclaredLength;
import io.github.camelapivideo.internal.source.PartSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a source is cut: pure arithmetic in {@code long}. The limits are the service's.
 *
 * @param sizes how large the parts are, the last one excepted
 * @param totalParts how many parts; {@link Part#UNKNOWN} when the length is not known
 */
public record PartPlan(PartSizes sizes, int totalParts) {

    public static final long MIB = 1024 * 1024;

    /** The smallest part that the service takes, unless it is the last: 5 MiB. */
    public static final long MIN_PART_SIZE = 5 * MIB;

    /** The largest part that the service takes: 200 MiB. */
    public static final long MAX_PART_SIZE = 200 * MIB;

    /** How many parts a video may have. */
    public static final int MAX_PARTS = 10_000;

    // Larger parts would hardly be faster, and whatever fails has to be sent again.
    private static final long WANTED_PART_SIZE = 128 * MIB;

    // A stream may end soon: its first parts are small, to have all lanes busy. It may also be long: then large parts
    // keep below the service's requests per minute.
    private static final long FIRST_OF_STREAM = 8 * MIB;
    private static final long GROWTH_OF_STREAM = MIB;

    /**
     * The plan for a source.
     *
     * @param partSize in bytes; 0 to choose it
     * @param requestsPerMinute how many parts a minute the service takes
     * @param bufferMemory how much memory there is for the parts of streams, in bytes
     * @throws IllegalArgumentException if the source would need too many parts
     */
    public static PartPlan of(
            PartSource source, long partSize, int parallelism, int requestsPerMinute, long bufferMemory) {
        if (partSize != 0) {
            return of(source, PartSizes.all(partSize));
        }
        return source.length().isPresent()
                ? of(source.length().getAsLong(), 0, parallelism, requestsPerMinute)
                : new PartPlan(ofStream(source, parallelism, bufferMemory), Part.UNKNOWN);
    }

    /**
     * The plan for a source in parts of these sizes.
     *
     * @throws IllegalArgumentException if the source would need too many parts
     */
    public static PartPlan of(PartSource source, PartSizes sizes) {
        OptionalLong length = source.length();
        return length.isPresent() ? known(length.getAsLong(), sizes) : new PartPlan(sizes, Part.UNKNOWN);
    }

    /**
     * The plan for so many bytes that can be read in any order.
     *
     * @throws IllegalArgumentException if they would need too many parts
     */
    public static PartPlan of(long length, long partSize, int parallelism, int requestsPerMinute) {
        long size = partSize != 0 ? partSize : even(length, parallelism, wanted(length, requestsPerMinute));
        return known(length, PartSizes.all(size));
    }

    private static PartPlan known(long length, PartSizes sizes) {
        long partSize = sizes.largest();
        if (sizes.first() != partSize) {
            throw new IllegalArgumentException("parts of growing size are for streams of unknown length");
        }
        long parts = Math.max(1, divideUp(length, partSize));
        if (parts > MAX_PARTS) {
            throw new IllegalArgumentException("partSize=" + partSize + ": " + length + " bytes would be " + parts
                    + " parts, allowed are " + MAX_PARTS + "; use partSize=auto or at least "
                    + divideUp(length, MAX_PARTS));
        }
        return new PartPlan(sizes, (int) parts);
    }

    /** So large that the whole video takes no more than nine tenths of a minute's requests, if that can be. */
    private static long wanted(long length, int requestsPerMinute) {
        long withinAMinute = divideUp(length, Math.max(1, requestsPerMinute * 9L / 10));
        return Math.min(MAX_PART_SIZE, Math.max(WANTED_PART_SIZE, withinAMinute));
    }

    private static PartSizes ofStream(PartSource source, int parallelism, long bufferMemory) {
        // One being read, the others being sent.
        long held = bufferMemory / (parallelism + 1L);
        long largest = Math.max(MIN_PART_SIZE, Math.min(MAX_PART_SIZE, held));
        return source.declaredLength()
                .flatMap(declared -> ofStream(declared, parallelism, largest))
                .orElseGet(() -> new PartSizes(Math.min(FIRST_OF_STREAM, largest), GROWTH_OF_STREAM, largest));
    }

    /** Empty if no stream that can be held in memory is so long. */
    private static Optional<PartSizes> ofStream(DeclaredLength declared, int parallelism, long largest) {
        long size = even(declared.bytes(), parallelism, Math.min(WANTED_PART_SIZE, largest));
        if (declared.isPromise()) {
            return Optional.of(PartSizes.all(size));
        }
        if (size > largest || declared.bytes() > size * MAX_PARTS) {
            return Optional.empty();
        }
        // A stream that turns out to be longer goes on as one of unknown length.
        return Optional.of(new PartSizes(size, (int) divideUp(declared.bytes(), size), GROWTH_OF_STREAM, largest));
    }

    /** As many parts as keep every lane busy to the end: a multiple of the lanes, all about the same size. */
    private static long even(long length, int parallelism, long wanted) {
        long parts = divideUp(divideUp(length, wanted), parallelism) * parallelism;
        long size = divideUp(length, Math.max(1, Math.min(parts, length / MIN_PART_SIZE)));
        long leastForTheLimit = divideUp(length, MAX_PARTS);
        return Math.min(MAX_PART_SIZE, Math.max(MIN_PART_SIZE, Math.max(size, leastForTheLimit)));
    }

    /** How large the part of this number is in bytes, unless it is the last. */
    public long sizeOf(int number) {
        return sizes.of(number);
    }

    /** Where the part of this number begins. Parts of a known length are all of one size. */
    public long begin(int number) {
        return (number - 1) * sizes.largest();
    }

    /** How large the parts of a known length are, in bytes. */
    public long partSize() {
        return sizes.largest();
    }

    /** What the part of this number says of the total, once the content is there. */
    public int totalFor(int number, PartContent content) {
        return totalParts != Part.UNKNOWN ? totalParts : content.last() ? number : Part.UNKNOWN;
    }

    private static long divideUp(long dividend, long divisor) {
        return dividend == 0 ? 0 : (dividend - 1) / divisor + 1;
    }

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
}
