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
 * The plan for cutting a source into parts: pure arithmetic in {@code long}, within the service's limits. Immutable.
 *
 * @param sizes the sizes of all parts but the last
 * @param totalParts the number of parts; {@link Part#UNKNOWN} if the length is unknown
 */
public record PartPlan(PartSizes sizes, int totalParts) {

    public static final long MIB = 1024 * 1024;

    /** The smallest part that the service accepts, the last part excepted: 5 MiB. */
    public static final long MIN_PART_SIZE = 5 * MIB;

    /** The largest part that the service accepts: 200 MiB. */
    public static final long MAX_PART_SIZE = 200 * MIB;

    /** The largest number of parts of a video. */
    public static final int MAX_PARTS = 10_000;

    // Larger parts would hardly be faster, and a part that fails is sent again as a whole.
    private static final long WANTED_PART_SIZE = 128 * MIB;

    // A stream may be short: its first parts are small, to keep all lanes busy. It may also be long: large later parts
    // stay below the service's requests per minute.
    private static final long FIRST_OF_STREAM = 8 * MIB;
    private static final long GROWTH_OF_STREAM = MIB;

    /**
     * Refuses settings for which there is no plan.
     *
     * @param partSize the size of the parts in bytes; 0 for a chosen size
     * @param parallelism the number of parts that are sent at once
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public static void check(long partSize, int parallelism) {
        if (partSize != 0 && (partSize < MIN_PART_SIZE || partSize > MAX_PART_SIZE)) {
            throw new IllegalArgumentException("partSize=" + partSize + ": allowed is auto, or " + MIN_PART_SIZE
                    + " (5MiB) to " + MAX_PART_SIZE + " (200MiB) bytes");
        }
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism=" + parallelism + ": allowed is 1 or more");
        }
    }

    /**
     * Returns the plan for a source.
     *
     * @param partSize the size of the parts in bytes; 0 for a chosen size
     * @param parallelism the number of parts that are sent at once
     * @param requestsPerMinute the number of parts a minute that the service accepts
     * @param bufferMemory the memory for the parts of streams in bytes
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
     * Returns the plan for a source in parts of these sizes.
     *
     * @throws IllegalArgumentException if the source would need too many parts
     */
    public static PartPlan of(PartSource source, PartSizes sizes) {
        OptionalLong length = source.length();
        return length.isPresent() ? known(length.getAsLong(), sizes) : new PartPlan(sizes, Part.UNKNOWN);
    }

    /**
     * Returns the plan for a source that can be read in any order.
     *
     * @param length the length of the source in bytes
     * @param partSize the size of the parts in bytes; 0 for a chosen size
     * @throws IllegalArgumentException if the source would need too many parts
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

    /** Returns the part size with which a video takes at most nine tenths of a minute's requests, if one exists. */
    private static long wanted(long length, int requestsPerMinute) {
        long withinAMinute = divideUp(length, Math.max(1, requestsPerMinute * 9L / 10));
        return Math.min(MAX_PART_SIZE, Math.max(WANTED_PART_SIZE, withinAMinute));
    }

    private static PartSizes ofStream(PartSource source, int parallelism, long bufferMemory) {
        // One part is read while the others are sent.
        long held = bufferMemory / (parallelism + 1L);
        long largest = Math.max(MIN_PART_SIZE, Math.min(MAX_PART_SIZE, held));
        return source.declaredLength()
                .flatMap(declared -> ofStream(declared, parallelism, largest))
                .orElseGet(() -> new PartSizes(Math.min(FIRST_OF_STREAM, largest), GROWTH_OF_STREAM, largest));
    }

    /** Returns the sizes for a declared length; empty if such a stream would need parts that do not fit into memory. */
    private static Optional<PartSizes> ofStream(DeclaredLength declared, int parallelism, long largest) {
        long size = even(declared.bytes(), parallelism, Math.min(WANTED_PART_SIZE, largest));
        if (declared.isPromise()) {
            return Optional.of(PartSizes.all(size));
        }
        if (size > largest || declared.bytes() > size * MAX_PARTS) {
            return Optional.empty();
        }
        // A stream that is longer than declared continues like one of unknown length.
        return Optional.of(new PartSizes(size, (int) divideUp(declared.bytes(), size), GROWTH_OF_STREAM, largest));
    }

    /**
     * Returns the part size that keeps every lane busy to the end: parts of about one size, a multiple of the lanes.
     */
    private static long even(long length, int parallelism, long wanted) {
        long parts = divideUp(divideUp(length, wanted), parallelism) * parallelism;
        long size = divideUp(length, Math.max(1, Math.min(parts, length / MIN_PART_SIZE)));
        long leastForTheLimit = divideUp(length, MAX_PARTS);
        return Math.min(MAX_PART_SIZE, Math.max(MIN_PART_SIZE, Math.max(size, leastForTheLimit)));
    }

    /** Returns the size of a part in bytes, unless it is the last. */
    public long sizeOf(int number) {
        return sizes.of(number);
    }

    /** Returns the first byte of a part, counted from 0. For sources of known length, whose parts have one size. */
    public long begin(int number) {
        return (number - 1) * sizes.largest();
    }

    /** Returns the size of the parts in bytes, for sources of known length. */
    public long partSize() {
        return sizes.largest();
    }

    /** Returns the total that the request for a part names; {@link Part#UNKNOWN} while the end is unknown. */
    public int totalFor(int number, PartContent content) {
        return totalParts != Part.UNKNOWN ? totalParts : content.last() ? number : Part.UNKNOWN;
    }

    private static long divideUp(long dividend, long divisor) {
        return dividend == 0 ? 0 : (dividend - 1) / divisor + 1;
    }

    /**
     * The sizes of all parts of a source but the last: one size, or sizes that grow up to a maximum. The sizes alone
     * determine the boundaries of the parts. All in bytes. Immutable.
     *
     * @param first the size of part 1
     * @param steady the number of parts with that size
     * @param step the growth of each later part
     * @param largest the size at which the parts stop growing
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

        /** Creates sizes that grow from part 2 on. */
        PartSizes(long first, long step, long largest) {
            this(first, 1, step, largest);
        }

        /** Returns one size for all parts. */
        public static PartSizes all(long size) {
            return new PartSizes(size, 0, size);
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
            if (form.group(4) == null) {
                return all(first);
            }
            int steady = form.group(2) == null ? 1 : Integer.parseInt(form.group(2));
            return new PartSizes(first, steady, Long.parseLong(form.group(3)), Long.parseLong(form.group(4)));
        }

        /** Returns the size of a part in bytes; parts are counted from 1. */
        long of(int number) {
            // Neither the sum nor the product can overflow: a part has at most 18 digits, a video 10,000 parts.
            long steps = Math.max(0, number - steady);
            if (steps == 0) {
                return first;
            }
            return step == 0 || steps >= (largest - first) / step ? largest : first + steps * step;
        }

        /** Returns {@code size}, {@code first+step..largest}, or {@code first*steady+step..largest}. */
        @Override
        public String toString() {
            return first == largest
                    ? Long.toString(largest)
                    : first + (steady == 1 ? "" : "*" + steady) + "+" + step + ".." + largest;
        }
    }
}
