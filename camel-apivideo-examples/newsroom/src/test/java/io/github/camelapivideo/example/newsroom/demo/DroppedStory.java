// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import io.github.camelapivideo.example.testing.TestVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder that an editor fills. It is dropped when its description is written. */
record DroppedStory(Path folder) {

    static DroppedStory in(Path newsroom, String slug) throws IOException {
        return new DroppedStory(
                Files.createDirectories(newsroom.resolve("stories").resolve(slug)));
    }

    TestVideo video(int mebibytes) throws Exception {
        return TestVideo.write(folder.resolve("video.mp4"), mebibytes);
    }

    DroppedStory file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    void drop(String description) throws IOException {
        Path hidden = Files.writeString(folder.resolve(".story.json"), description);
        Files.move(hidden, folder.resolve("story.json"), StandardCopyOption.ATOMIC_MOVE);
    }
}
