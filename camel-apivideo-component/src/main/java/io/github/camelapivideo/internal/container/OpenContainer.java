// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

/**
 * A container that is open for parts.
 *
 * @param earlier what somebody else, who came with the same key at the same time, has sent there already
 */
public record OpenContainer(Destination destination, PriorUpload earlier) {

    /** Nobody else has sent anything there that would be of use. */
    static OpenContainer alone(Destination destination) {
        return new OpenContainer(destination, new PriorUpload.Nothing());
    }
}
