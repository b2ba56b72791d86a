// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

/**
 * Where a part is in a body.
 *
 * @param from in bytes from 0; -1 if the body is only the part
 * @param length in bytes
 */
record Range(long from, long length) {

    static final long BODY_IS_PART = -1;

    Range {
        if (length < 1) {
            throw new IllegalArgumentException("partLength=" + length + ": allowed is 1 or more");
        }
    }

    boolean isOfWhole() {
        return from != BODY_IS_PART;
    }
}
