// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import java.util.List;

/**
 * How one upload ended, as the uploading program tells it.
 *
 * @param videoId empty if there never was a container
 * @param failure empty for none
 */
record Outcome(long number, String videoId, String failure) {

    static final String WORD = "outcome";

    boolean failed() {
        return !failure.isEmpty();
    }

    String toLine() {
        String oneLine = failure.replaceAll("\\s+", " ");
        return String.join("\t", WORD, String.valueOf(number), videoId, oneLine);
    }

    static Outcome parse(List<String> words) {
        return new Outcome(Long.parseLong(words.get(1)), words.get(2), words.get(3));
    }
}
