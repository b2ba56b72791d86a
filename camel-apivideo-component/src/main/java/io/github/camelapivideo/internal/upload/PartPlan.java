// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.util.OptionalLong;

/**
 * How a source is cut: pure arithmetic in {@code long}. The limits are the service's.
 *
 * @param partSize the size of every part but the last, in bytes
 * @param totalParts how many parts; {@link Part#UNKNOWN} when the length is not known
 */
public record PartPlan(long partSize, int totalParts) {

    public static final long MIB = 1024 * 1024;

    /** The smallest part that the service takes, unless it is the last: 5 MiB. */
    public static final long MIN_PART_SIZE = 5 * MIB;

    /** The largest part that the service takes: 200 MiB. */
    public static final long MAX_PART_SIZE = 200 * MIB;

    /** How many parts a video may have. */
    public static final int MAX_PARTS = 10_000;

    // At this rate (1 Gbit/s), parts of the automatic size stay just under the service's requests per minute.
    private static final long BYTES_PER_MINUTE = 60 * 125_000_000L;

    // Streams are held in memory part by part, so their automatic size stays modest.
    private static final long STREAM_PART_SIZE = 16 * MIB;

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
        OptionalLong length = source.length();
        long size = partSize != 0 ? partSize : automatic(source, parallelism, requestsPerMinute, bufferMemory);
        return length.isPresent() ? known(length.getAsLong(), size) : new PartPlan(size, Part.UNKNOWN);
    }

    /**
     * The plan for so many bytes that can be read in any order.
     *
     * @throws IllegalArgumentException if they would need too many parts
     */
    public static PartPlan of(long length, long partSize, int parallelism, int requestsPerMinute) {
        return known(
                length, partSize != 0 ? partSize : even(length, parallelism, BYTES_PER_MINUTE / requestsPerMinute));
    }

    private static PartPlan known(long length, long partSize) {
        long parts = Math.max(1, divideUp(length, partSize));
        if (parts > MAX_PARTS) {
            throw new IllegalArgumentException("partSize=" + partSize + ": " + length + " bytes would be " + parts
                    + " parts, allowed are " + MAX_PARTS + "; use partSize=auto or at least "
                    + divideUp(length, MAX_PARTS));
        }
        return new PartPlan(partSize, (int) parts);
    }

    private static long automatic(PartSource source, int parallelism, int requestsPerMinute, long bufferMemory) {
        OptionalLong expected = source.expectedLength();
        if (source.length().isPresent()) {
            return even(expected.getAsLong(), parallelism, BYTES_PER_MINUTE / requestsPerMinute);
        }
        long fair = Math.max(MIN_PART_SIZE, Math.min(STREAM_PART_SIZE, bufferMemory / (parallelism + 1)));
        return expected.isPresent() ? even(expected.getAsLong(), parallelism, fair) : fair;
    }

    /** As many parts as keep every lane busy to the end: a multiple of the lanes, all about the same size. */
    private static long even(long length, int parallelism, long wanted) {
        long parts = divideUp(divideUp(length, wanted), parallelism) * parallelism;
        long size = divideUp(length, Math.max(1, Math.min(parts, length / MIN_PART_SIZE)));
        long leastForTheLimit = divideUp(length, MAX_PARTS);
        return Math.min(MAX_PART_SIZE, Math.max(MIN_PART_SIZE, Math.max(size, leastForTheLimit)));
    }

    /** What the part of this number says of the total, once the content is there. */
    int totalFor(int number, PartContent content) {
        return totalParts != Part.UNKNOWN ? totalParts : content.last() ? number : Part.UNKNOWN;
    }

    private static long divideUp(long dividend, long divisor) {
        return dividend == 0 ? 0 : (dividend - 1) / divisor + 1;
    }
}
