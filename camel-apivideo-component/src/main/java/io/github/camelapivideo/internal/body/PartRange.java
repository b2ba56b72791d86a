// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

/**
 * The place of a part in a body.
 *
 * @param from in bytes from 0; -1 if the body is only the part
 * @param length in bytes
 * @param wholeLength the length of the body for which the part was planned, in bytes; -1 if unknown
 */
public record PartRange(long from, long length, long wholeLength) {

    public static final long BODY_IS_PART = -1;
    public static final long UNKNOWN = -1;

    public PartRange {
        if (length < 1) {
            throw new IllegalArgumentException("partLength=" + length + ": allowed is 1 or more");
        }
    }

    boolean isOfWhole() {
        return from != BODY_IS_PART;
    }

    /**
     * Refuses a body of another length than the one for which the part was planned.
     *
     * @throws IllegalArgumentException if it is
     */
    void checkWhole(long size) {
        if (wholeLength != UNKNOWN && wholeLength != size) {
            throw new IllegalArgumentException(
                    "The body has " + size + " bytes, and the part was planned for one of " + wholeLength
                            + ": it has changed since then, or is another. Plan its parts anew, for a new container");
        }
    }
}
