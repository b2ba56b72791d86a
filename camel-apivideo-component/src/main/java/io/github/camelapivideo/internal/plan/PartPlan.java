// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.plan;

import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.source.DeclaredLength;
import io.github.camelapivideo.internal.source.PartSource;
import java.util.Optional;
import java.util.OptionalLong;

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
    // for
    // the last part, and the slower the parts grow. After most of a minute's requests they grow fast: the stream is
    // long,
    // and has to stay below the requests that the service takes (decision 008).
    private static final long FIRST_OF_STREAM = 12 * MIB;
    private static final long GROWTH_OF_STREAM = 1792 * 1024;
    private static final long GROWTH_OF_LONG_STREAM = 8 * MIB;
    private static final double PARTS_OF_SHORT_STREAM = 0.6;

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

    private static PartSizes ofStream(PartSource source, int parallelism, int requestsPerMinute, long bufferMemory) {
        // One part is read while the others are sent.
        long held = bufferMemory / (parallelism + 1L);
        long largest = Math.max(MIN_PART_SIZE, Math.min(MAX_PART_SIZE, held));
        PartSizes unknown = new PartSizes(
                Math.min(FIRST_OF_STREAM, largest),
                1,
                GROWTH_OF_STREAM / parallelism,
                (int) (requestsPerMinute * PARTS_OF_SHORT_STREAM),
                GROWTH_OF_LONG_STREAM,
                largest);
        return source.declaredLength()
                .flatMap(declared -> ofStream(declared, parallelism, unknown))
                .orElse(unknown);
    }

    /** Returns the sizes for a declared length; empty if such a stream would need parts that do not fit into memory. */
    private static Optional<PartSizes> ofStream(DeclaredLength declared, int parallelism, PartSizes unknown) {
        long size = even(declared.bytes(), parallelism, Math.min(WANTED_PART_SIZE, unknown.largest()));
        if (declared.isPromise()) {
            return Optional.of(PartSizes.all(size));
        }
        if (size > unknown.largest() || declared.bytes() > size * MAX_PARTS) {
            return Optional.empty();
        }
        // A stream that is longer than declared continues like one of unknown length.
        return Optional.of(unknown.after(size, (int) divideUp(declared.bytes(), size)));
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
}
