// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The containers of the account. Thread-safe. */
final class VideoStore {

    private final Path folder;
    private final Clock clock;
    private final Map<String, StoredVideo> videos = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> deleted = Collections.synchronizedList(new ArrayList<>());

    VideoStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    StoredVideo create(Map<String, Object> attributes, String uploadToken) {
        String videoId = Identifiers.next("vi", 22);
        boolean ingesting = attributes.get("source") != null;
        try {
            Path own = Files.createDirectories(folder.resolve(videoId));
            StoredVideo video = new StoredVideo(videoId, own, attributes, clock.instant(), uploadToken, ingesting);
            videos.put(videoId, video);
            return video;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StoredVideo get(String videoId) {
        return find(videoId)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("videoId", "There is no video " + videoId + "."));
    }

    Optional<StoredVideo> find(String videoId) {
        return Optional.ofNullable(videos.get(videoId));
    }

    void delete(String videoId) {
        StoredVideo video = videos.remove(videoId);
        if (video == null) {
            throw ProblemType.NOT_FOUND.because("videoId", "There is no video " + videoId + ".");
        }
        deleted.add(videoId);
        deleteTree(video.folder());
    }

    /** Takes back a container that nobody has been told of. */
    void forget(StoredVideo video) {
        videos.remove(video.videoId());
        deleteTree(video.folder());
    }

    List<StoredVideo> all() {
        synchronized (videos) {
            return List.copyOf(videos.values());
        }
    }

    List<String> deletedIds() {
        synchronized (deleted) {
            return List.copyOf(deleted);
        }
    }

    void clear() {
        all().forEach(video -> deleteTree(video.folder()));
        videos.clear();
        deleted.clear();
    }

    static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
