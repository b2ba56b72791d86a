// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.intake.VideoSource;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The containers of the account, each with a folder of its own. Thread-safe. */
public final class VideoStore {

    private final Path folder;
    private final FileStore files;
    private final Clock clock;
    private final Executor background;
    private final VideoLife life;
    // Guarded by this
    private final Map<String, StoredVideo> videos = new LinkedHashMap<>();
    private final List<String> deleted = new ArrayList<>();

    /**
     * @param files the small files of videos, which are removed with them
     * @param background assembles videos
     */
    public VideoStore(Path folder, FileStore files, Clock clock, Executor background, VideoLife life) {
        this.folder = folder;
        this.files = files;
        this.clock = clock;
        this.background = background;
        this.life = life;
    }

    /** @param uploadToken the upload token that creates the container; null if the account does */
    public StoredVideo create(Origin origin, Map<String, Object> creation, String uploadToken) {
        String videoId = Identifiers.next("vi", 22);
        VideoSource source = new VideoSource(Folders.create(folder.resolve(videoId)), clock, background);
        StoredVideo video = new StoredVideo(videoId, origin, source, creation, uploadToken, clock.instant(), life);
        synchronized (this) {
            videos.put(videoId, video);
        }
        return video;
    }

    /** The container, if it is neither discarded nor too new for requests; refuses the request otherwise. */
    public StoredVideo get(String videoId) {
        return findKnown(videoId).orElseThrow(() -> missing(videoId));
    }

    /** The container; empty if it is discarded or too new for requests. */
    public Optional<StoredVideo> findKnown(String videoId) {
        return find(videoId).filter(this::isKnown);
    }

    private boolean isKnown(StoredVideo video) {
        return !clock.instant().isBefore(video.createdAt().plus(life.visibleAfter()));
    }

    private static Refusal missing(String videoId) {
        return ProblemType.NOT_FOUND.because("videoId", "There is no video " + videoId + ".");
    }

    /** The container; empty if it is discarded. */
    public synchronized Optional<StoredVideo> find(String videoId) {
        return Optional.ofNullable(videos.get(videoId)).filter(video -> !video.isDiscarded());
    }

    /** The discarded container; refuses the request if there is none, or if its time is over. */
    public synchronized StoredVideo getDiscarded(String videoId) {
        return Optional.ofNullable(videos.get(videoId))
                .filter(this::isRestorable)
                .orElseThrow(() -> missing(videoId));
    }

    private boolean isRestorable(StoredVideo video) {
        return video.deletesAt().filter(end -> clock.instant().isBefore(end)).isPresent();
    }

    /** Deletes a container, or discards it if the account can restore its videos. */
    public void delete(String videoId) {
        StoredVideo video;
        synchronized (this) {
            video = get(videoId);
            deleted.add(videoId);
            if (life.restorable()) {
                video.discard(clock.instant());
                return;
            }
            videos.remove(videoId);
        }
        deleteFiles(video);
    }

    /** Removes a container without listing it as deleted. */
    public void remove(StoredVideo video) {
        synchronized (this) {
            videos.remove(video.videoId());
        }
        deleteFiles(video);
    }

    private void deleteFiles(StoredVideo video) {
        video.source().discard();
        files.removeBelow("/videos/" + video.videoId());
        Folders.delete(folder.resolve(video.videoId()));
    }

    /** The containers that are not discarded, the oldest first. */
    public List<StoredVideo> all() {
        return everything().stream().filter(video -> !video.isDiscarded()).toList();
    }

    /** The discarded containers, the oldest first. */
    public List<StoredVideo> discarded() {
        return everything().stream().filter(this::isRestorable).toList();
    }

    private synchronized List<StoredVideo> everything() {
        return List.copyOf(videos.values());
    }

    public synchronized List<String> deletedIds() {
        return List.copyOf(deleted);
    }

    public void clear() {
        everything().forEach(this::remove);
        synchronized (this) {
            deleted.clear();
        }
    }
}
