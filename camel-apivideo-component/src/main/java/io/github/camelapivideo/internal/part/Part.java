// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

/**
 * One part of a video that is sent.
 *
 * @param number the number of the part, from 1
 * @param total the number of parts of the video; {@link #UNKNOWN} while it is unknown
 * @param content the bytes of the part
 */
public record Part(int number, int total, PartContent content) {

    public static final int UNKNOWN = 0;

    /** Returns the same part with other content. */
    public Part with(PartContent other) {
        return new Part(number, total, other);
    }

    /** Returns true if this part is the whole source, so that one request without part numbers carries it. */
    public boolean isWhole() {
        return number == 1 && total == 1;
    }

    /** Returns true if the service takes this part for the end of the video. */
    public boolean isLast() {
        return number == total;
    }
}
