// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Path;

/** A test video, in memory and in a file. */
record Sample(byte[] bytes, Path file, String sha256) {

    static Sample of(Path folder, int length) {
        TestVideo video = TestVideo.of(length);
        return new Sample(video.bytes(), video.file(folder, length + ".mp4"), video.sha256());
    }
}
