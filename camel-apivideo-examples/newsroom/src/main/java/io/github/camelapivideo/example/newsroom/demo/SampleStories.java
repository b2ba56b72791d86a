// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import io.github.camelapivideo.example.newsroom.demo.Audience.Expected;
import java.awt.Color;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Four stories: two stay, one expires, one is refused.
 *
 * @param stories the folder that the newsroom watches
 * @param life how long the story stays that expires
 */
record SampleStories(Path stories, Duration life) {

    /** The messages about the stories to the subscribers. */
    static final Set<Expected> MESSAGES = Set.of(
            new Expected("published", "tower-clock"),
            new Expected("published", "longest-coast"),
            new Expected("published", "test-card"),
            new Expected("retracted", "test-card"),
            new Expected("refused", "empty-chair"));

    void drop() throws IOException {
        Path clock = folder("tower-clock");
        write(clock, "/videos/clock.mp4", "video.mp4");
        write(clock, "/stories/tower-clock/en.vtt", "en.vtt");
        write(clock, "/stories/tower-clock/fr.vtt", "fr.vtt");
        Picture.draw(clock.resolve("picture.jpg"), new Color(0x1d4e89));
        drop(clock);

        Path coast = folder("longest-coast");
        write(coast, "/videos/mandelbrot.mp4", "video.mp4");
        write(coast, "/stories/longest-coast/en.vtt", "en.vtt");
        Picture.draw(coast.resolve("picture.jpg"), new Color(0x8c3b4a));
        drop(coast);

        Path card = folder("test-card");
        write(card, "/videos/bars.mp4", "video.mp4");
        Picture.draw(card.resolve("picture.jpg"), new Color(0x3f6b3a));
        drop(card);

        drop(folder("empty-chair"));
    }

    private Path folder(String slug) throws IOException {
        return Files.createDirectories(stories.resolve(slug));
    }

    private static void write(Path folder, String resource, String name) throws IOException {
        try (InputStream content = open(resource)) {
            Files.copy(content, folder.resolve(name));
        }
    }

    /** Writes the description, which drops the story: it comes last, and all at once. */
    private void drop(Path folder) throws IOException {
        String description = text("/stories/" + folder.getFileName() + "/story.json");
        Path hidden = folder.resolve(".story.json");
        Files.writeString(hidden, description.replace("EXPIRES", end().toString()));
        Files.move(hidden, folder.resolve("story.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private Instant end() {
        return Instant.now().plus(life).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String text(String resource) throws IOException {
        try (InputStream content = open(resource)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream content = SampleStories.class.getResourceAsStream(resource);
        if (content == null) {
            throw new FileNotFoundException("The demo has no " + resource);
        }
        return content;
    }
}
