// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The containers of the account, each with a folder of its own. Thread-safe. */
final class VideoStore {

    private final Path folder;
    private final Clock clock;
    private final Executor background;
    // Guarded by this
    private final Map<String, StoredVideo> videos = new LinkedHashMap<>();
    private final List<String> deleted = new ArrayList<>();

    /** @param background where videos are put together */
    VideoStore(Path folder, Clock clock, Executor background) {
        this.folder = folder;
        this.clock = clock;
        this.background = background;
    }

    /** @param uploadToken the token that makes the container; null if the account does */
    StoredVideo create(Origin origin, Map<String, Object> creation, String uploadToken) {
        String videoId = Identifiers.next("vi", 22);
        Source source = new Source(Folders.create(folder.resolve(videoId)), clock, background);
        StoredVideo video = new StoredVideo(videoId, origin, source, creation, uploadToken, clock.instant());
        synchronized (this) {
            videos.put(videoId, video);
        }
        return video;
    }

    StoredVideo get(String videoId) {
        return find(videoId).orElseThrow(() -> missing(videoId));
    }

    private static Refusal missing(String videoId) {
        return ProblemType.NOT_FOUND.because("videoId", "There is no video " + videoId + ".");
    }

    synchronized Optional<StoredVideo> find(String videoId) {
        return Optional.ofNullable(videos.get(videoId));
    }

    void delete(String videoId) {
        StoredVideo video;
        synchronized (this) {
            video = videos.remove(videoId);
            if (video == null) {
                throw missing(videoId);
            }
            deleted.add(videoId);
        }
        empty(video);
    }

    /** Removes a container that no request has deleted. */
    void forget(StoredVideo video) {
        synchronized (this) {
            videos.remove(video.videoId());
        }
        empty(video);
    }

    private void empty(StoredVideo video) {
        video.source().discard();
        Folders.delete(folder.resolve(video.videoId()));
    }

    /** The oldest first. */
    synchronized List<StoredVideo> all() {
        return List.copyOf(videos.values());
    }

    synchronized List<String> deletedIds() {
        return List.copyOf(deleted);
    }

    void clear() {
        all().forEach(this::forget);
        synchronized (this) {
            deleted.clear();
        }
    }
}
