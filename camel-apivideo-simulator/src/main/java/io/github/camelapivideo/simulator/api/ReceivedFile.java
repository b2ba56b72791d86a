// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.api;

/**
 * A small file that a client has uploaded: an image, or a text in the VTT format.
 *
 * @param fileName the name that the form gave it
 * @param sha256 the digest of its bytes, in hexadecimal
 */
public record ReceivedFile(String fileName, byte[] bytes, String sha256) {

    /** The size in bytes. */
    public int size() {
        return bytes.length;
    }
}
