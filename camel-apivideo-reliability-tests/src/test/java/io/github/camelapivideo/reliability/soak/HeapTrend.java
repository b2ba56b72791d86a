// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import java.util.List;

/**
 * Whether the heap stays flat: of the measurements after the warm-up, which is the first third of all, the median of
 * the last third is at most a tenth and 4 MiB above the median of the first third.
 *
 * @param bytes after a collection while nothing was under way, in the order of time
 */
record HeapTrend(List<Long> bytes) {

    private static final long SLACK = 4 * 1024 * 1024;

    private List<Long> warm() {
        return bytes.subList(bytes.size() / 3, bytes.size());
    }

    private int third() {
        return Math.max(1, warm().size() / 3);
    }

    long early() {
        return median(warm().subList(0, third()));
    }

    long late() {
        return median(warm().subList(warm().size() - third(), warm().size()));
    }

    boolean isFlat() {
        return late() <= early() + early() / 10 + SLACK;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    @Override
    public String toString() {
        return "median of the first third after the warm-up %,d bytes, of the last %,d".formatted(early(), late());
    }
}
