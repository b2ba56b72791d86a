// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.util.FileUtil;

/**
 * A dropped story: {@code story.json}, {@code video.mp4}, captions such as {@code en.vtt}, and {@code picture.jpg}. The
 * name of the folder is the slug of the story.
 */
public record StoryFolder(Path path) {

    static final String DESCRIPTION = "story.json";
    static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAPTION = ".vtt";
    private static final PathMatcher SMALL = FileSystems.getDefault().getPathMatcher("glob:{*.json,*.vtt,*.jpg}");

    public String slug() {
        return path.getFileName().toString();
    }

    /**
     * Returns a text that changes with each file, so that a corrected story has another version. Of the video it reads the
     * length and the time only, because the video may be large.
     */
    public String version() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : smallFiles()) {
            digest.update(file.getFileName().toString().getBytes(UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        digest.update((video().length() + " " + video().lastModified()).getBytes(UTF_8));
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private List<Path> smallFiles() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> SMALL.matches(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    public File video() {
        return path.resolve("video.mp4").toFile();
    }

    /** Returns the picture; null if the story has none. */
    public File picture() {
        File picture = path.resolve("picture.jpg").toFile();
        return picture.exists() ? picture : null;
    }

    /** Returns the captions by their languages. */
    public Map<String, File> captions() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(CAPTION))
                    .map(Path::toFile)
                    .collect(Collectors.toMap(StoryFolder::language, Function.identity(), (a, b) -> a, TreeMap::new));
        }
    }

    private static String language(File caption) {
        return FileUtil.stripExt(caption.getName());
    }

    /** Reads the description, and checks that the video is there. */
    Story read() throws IOException, WrongStory {
        if (!slug().matches(SLUG)) {
            throw new WrongStory("The name of a folder has small letters, digits and hyphens, such as harbour-fire");
        }
        Story story = description();
        if (story == null) {
            throw new WrongStory(DESCRIPTION + " is empty");
        }
        if (story.source() == null && !video().exists()) {
            throw new WrongStory("video.mp4 is missing, and story.json has no import");
        }
        return story;
    }

    private Story description() throws IOException, WrongStory {
        try {
            return JSON.readValue(path.resolve(DESCRIPTION).toFile(), Story.class);
        } catch (JsonMappingException e) {
            throw new WrongStory(DESCRIPTION + ": " + reason(e));
        } catch (JsonProcessingException e) {
            throw new WrongStory(DESCRIPTION + " is no JSON: " + e.getOriginalMessage());
        }
    }

    private static String reason(JsonMappingException failure) {
        return failure.getCause() == null
                ? failure.getOriginalMessage()
                : failure.getCause().getMessage();
    }

    /** Moves the folder into another, in place of one with the same slug. */
    void moveTo(Path parent) throws IOException {
        Path target = parent.resolve(slug());
        Files.createDirectories(parent);
        FileUtil.removeDir(target.toFile());
        Files.move(path, target);
    }
}
