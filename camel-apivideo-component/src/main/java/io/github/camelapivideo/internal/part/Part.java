// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

/**
 * One part of a video on its way.
 *
 * @param number its place, from 1
 * @param total how many parts there are in all; {@link #UNKNOWN} while nobody knows
 * @param content its bytes
 */
public record Part(int number, int total, PartContent content) {

    public static final int UNKNOWN = 0;

    /** The same part, whose bytes are written otherwise. */
    public Part with(PartContent other) {
        return new Part(number, total, other);
    }

    /** Whether this is the whole source, so that one regular request carries it. */
    public boolean isWhole() {
        return number == 1 && total == 1;
    }

    /** Whether the service takes this part for the end of the video. */
    public boolean isLast() {
        return number == total;
    }
}
