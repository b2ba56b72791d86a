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

    // A stream may be short: its first parts are small, to keep all lanes busy. The more lanes, the more of them wait
    // for the last part, and the slower the parts grow. After most of a minute's requests they grow fast: the stream is
    // long, and has to stay below the requests that the service takes (decision 008).
    static final long FIRST_OF_STREAM = 12 * MIB;
    private static final long GROWTH_OF_STREAM = 1792 * 1024;
    private static final long GROWTH_OF_LONG_STREAM = 8 * MIB;
    private static final double PARTS_OF_SHORT_STREAM = 0.6;

    /**
     * Refuses a size for which there is no plan.
     *
     * @param partSize the size of the parts in bytes; 0 for a chosen size
     * @throws IllegalArgumentException if it is out of its range
     */
    public static void check(long partSize) {
        if (partSize != 0 && (partSize < MIN_PART_SIZE || partSize > MAX_PART_SIZE)) {
            throw new IllegalArgumentException("partSize=" + partSize + ": allowed is auto, or " + MIN_PART_SIZE
                    + " (5MiB) to " + MAX_PART_SIZE + " (200MiB) bytes");
        }
    }

    /**
     * Returns the plan for a source.
     *
     * @param partSize the size of the parts in bytes; 0 for a chosen size
     * @param requestsPerMinute the number of parts a minute that the service accepts
     * @param bufferMemory the memory for the parts of streams in bytes
     * @throws IllegalArgumentException if the source would need too many parts
     */
    public static PartPlan of(
            PartSource source, long partSize, Parallelism parallelism, int requestsPerMinute, long bufferMemory) {
        if (partSize != 0) {
            return of(source, PartSizes.all(partSize));
        }
        return source.length().isPresent()
                ? of(source.length().getAsLong(), 0, parallelism.most(), requestsPerMinute)
                : new PartPlan(ofStream(source, parallelism, requestsPerMinute, bufferMemory), Part.UNKNOWN);
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
        long size = partSize != 0
                ? partSize
                : even(length, parallelism, wanted(length, requestsPerMinute), MAX_PART_SIZE, requestsPerMinute);
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
        long withinAMinute = divideUp(length, most(requestsPerMinute));
        return Math.min(MAX_PART_SIZE, Math.max(WANTED_PART_SIZE, withinAMinute));
    }

    /** Returns nine tenths of a minute's requests. */
    private static long most(int requestsPerMinute) {
        return Math.max(1, requestsPerMinute * 9L / 10);
    }

    private static PartSizes ofStream(
            PartSource source, Parallelism parallelism, int requestsPerMinute, long bufferMemory) {
        long held = bufferMemory / parallelism.held();
        long largest = Math.max(MIN_PART_SIZE, Math.min(MAX_PART_SIZE, held));
        PartSizes unknown = new PartSizes(
                Math.min(FIRST_OF_STREAM, largest),
                1,
                GROWTH_OF_STREAM / parallelism.growth(),
                (int) (requestsPerMinute * PARTS_OF_SHORT_STREAM),
                GROWTH_OF_LONG_STREAM,
                largest);
        return source.declaredLength()
                .flatMap(declared -> ofStream(declared, parallelism.most(), requestsPerMinute, unknown))
                .orElse(unknown);
    }

    /** Returns the sizes for a declared length; empty if such a stream would need parts that do not fit into memory. */
    private static Optional<PartSizes> ofStream(
            DeclaredLength declared, int parallelism, int requestsPerMinute, PartSizes unknown) {
        long largest = unknown.largest();
        long wanted = Math.min(WANTED_PART_SIZE, largest);
        long size = even(declared.bytes(), parallelism, wanted, wanted, requestsPerMinute);
        if (declared.isPromise()) {
            return Optional.of(PartSizes.all(declared.bytes() > largest * MAX_PARTS ? size : Math.min(size, largest)));
        }
        if (size > largest || declared.bytes() > size * MAX_PARTS) {
            return Optional.empty();
        }
        // A stream that is longer than declared continues like one of unknown length.
        return Optional.of(unknown.after(size, (int) divideUp(declared.bytes(), size)));
    }

    /**
     * Returns the part size that keeps every lane busy to the end: parts of about one size, a multiple of the lanes. If a
     * video that fits into most of a minute's requests would not any more, it gets fewer and larger parts, or as many as fit.
     *
     * @param largest the size in bytes up to which these parts may exceed {@code wanted}
     */
    private static long even(long length, int parallelism, long wanted, long largest, int requestsPerMinute) {
        long least = divideUp(length, wanted);
        long parts = divideUp(least, parallelism) * parallelism;
        if (parts > Math.max(parallelism, most(requestsPerMinute)) && least <= most(requestsPerMinute)) {
            long fewer = least / parallelism * parallelism;
            parts = divideUp(length, fewer) <= largest ? fewer : least;
        }
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
                            first,
                            steady,
                            step,
                            Integer.parseInt(form.group(4)),
                            Long.parseLong(form.group(5)),
                            largest);
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
            return first + (steady == 1 ? "" : "*" + steady) + "+" + step
                    + (turn == steady ? "" : "/" + turn + "+" + later) + ".." + largest;
        }
    }
}
