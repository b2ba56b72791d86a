// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.asset;

/**
 * Where a small file comes from.
 *
 * @param text names the origin at the beginning of a sentence in messages
 * @param fileName the name of the file
 * @param nameIsSet true if a user has chosen the name, so that an extension that does not fit is an error
 */
public record AssetOrigin(String text, String fileName, boolean nameIsSet) {

    boolean hasExtension() {
        return !AssetFormat.extension(fileName).isEmpty();
    }
}
