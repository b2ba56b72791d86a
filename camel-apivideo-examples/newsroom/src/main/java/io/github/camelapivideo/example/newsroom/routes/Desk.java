// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.routes;

import static io.github.camelapivideo.ApiVideoConstants.METADATA;
import static io.github.camelapivideo.ApiVideoConstants.TAGS;

import io.github.camelapivideo.api.Video;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The steps of {@link TakeStories} that Camel does not have. Thread-safe. */
final class Desk {

    private static final String FOLDER = "folder";
    private static final String STORY = "story";

    private final Stories stories;

    Desk(Stories stories) {
        this.stories = stories;
    }

    /** Reads the story whose {@code story.json} is the body. */
    void open(Exchange exchange) throws IOException, WrongStory {
        Path description = exchange.getMessage().getBody(File.class).toPath();
        StoryFolder folder = new StoryFolder(description.getParent());
        exchange.setProperty(FOLDER, folder);
        Story story = folder.read();
        exchange.setProperty(STORY, story);
        stories.taken(folder.slug(), story);
    }

    /** Sets the headers that describe the new video. */
    void describe(Exchange exchange) throws IOException, NoSuchAlgorithmException {
        StoryFolder folder = folder(exchange);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("desk", "newsroom");
        metadata.put("slug", folder.slug());
        metadata.put("version", folder.version());
        if (!folder.captions().isEmpty()) {
            metadata.put("languages", String.join(",", folder.captions().keySet()));
        }
        if (story(exchange).expires() != null) {
            metadata.put("expires", story(exchange).expires());
        }
        exchange.getMessage().setHeader(METADATA, metadata);
        exchange.getMessage().setHeader(TAGS, story(exchange).tags());
    }

    void checkNotExpired(Exchange exchange) throws WrongStory {
        stories.checkNotExpired(story(exchange));
    }

    /** Tells the page of the video that is the body, and makes a message of it. */
    void published(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        message.setBody(stories.published(message.getBody(Video.class)).toJson());
    }

    /** Moves the folder to the published ones. */
    void close(Exchange exchange) throws IOException {
        folder(exchange).moveTo(neighbour(folder(exchange), "published"));
    }

    /** Moves the folder to the failed ones, with the reason, and makes a message of it. */
    void refused(Exchange exchange) throws IOException {
        StoryFolder folder = folder(exchange);
        String reason = exchange.getProperty("reason", String.class);
        Files.writeString(folder.path().resolve("reason.txt"), reason + System.lineSeparator());
        folder.moveTo(neighbour(folder, "failed"));
        exchange.getMessage().setBody(stories.refused(folder.slug(), reason).toJson());
    }

    private static Path neighbour(StoryFolder folder, String name) {
        return folder.path().getParent().resolveSibling(name);
    }

    private static StoryFolder folder(Exchange exchange) {
        return exchange.getProperty(FOLDER, StoryFolder.class);
    }

    private static Story story(Exchange exchange) {
        return exchange.getProperty(STORY, Story.class);
    }
}
