// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.routes;

/** A story that cannot be published as it is. */
final class WrongStory extends Exception {

    /** @param reason what the editor should change, as a sentence */
    WrongStory(String reason) {
        super(reason);
    }
}
