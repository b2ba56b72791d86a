// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

/**
 * A container that is open for parts.
 *
 * @param earlier what somebody else, who came with the same key at the same time, has sent there already
 */
record Opened(Destination destination, Earlier earlier) {

    /** Nobody else has sent anything there that would be of use. */
    static Opened alone(Destination destination) {
        return new Opened(destination, new Earlier.Nothing());
    }
}
