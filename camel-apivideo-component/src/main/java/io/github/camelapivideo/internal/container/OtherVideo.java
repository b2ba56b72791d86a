// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

/** A container turned out to have another video than the one that was uploaded into it: it is not this upload's to delete. */
final class OtherVideo extends IllegalStateException {

    OtherVideo(String message) {
        super(message);
    }
}
