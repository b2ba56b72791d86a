// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import static io.github.camelapivideo.testsupport.TestVideo.PART;

import io.github.camelapivideo.testsupport.TestVideo;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How long a video is, and how many of its parts may be under way at once. */
record Case(long length, int parallelism) {

    /** The lengths around one part, and one that needs several; each with one lane and with four. */
    static Stream<Case> all() {
        return LongStream.of(PART - 1, PART, PART + 1, 3 * PART + 1).boxed().flatMap(length -> Stream.of(1, 4)
                .map(lanes -> new Case(length, lanes)));
    }

    TestVideo video() {
        return TestVideo.of(length);
    }

    @Override
    public String toString() {
        return length + " bytes, " + parallelism + " at once";
    }
}
