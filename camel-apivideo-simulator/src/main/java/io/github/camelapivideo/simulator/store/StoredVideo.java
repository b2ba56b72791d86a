// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.intake.ContentRange;
import io.github.camelapivideo.simulator.intake.UploadedFile;
import io.github.camelapivideo.simulator.intake.VideoAssembly;
import io.github.camelapivideo.simulator.intake.VideoSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container: its attributes and its source. Thread-safe. */
public final class StoredVideo {

    private static final Duration RETENTION = Duration.ofDays(90);

    private final String videoId;
    private final Origin origin;
    private final VideoSource source;
    private final Instant createdAt;
    private final Map<String, Object> creation;
    private final String uploadToken;
    private final Processing processing;
    private final Tracks captions = new Tracks();
    private final Tracks chapters = new Tracks();

    // Guarded by this
    private final Map<String, Object> attributes;
    private Instant updatedAt;
    private Instant discardedAt;
    private String thumbnailTimecode;

    /**
     * @param creation the JSON that created the container
     * @param uploadToken the upload token that created the container; null if the account did
     */
    StoredVideo(
            String videoId,
            Origin origin,
            VideoSource source,
            Map<String, Object> creation,
            String uploadToken,
            Instant createdAt,
            VideoLife life) {
        this.videoId = videoId;
        this.origin = origin;
        this.source = source;
        this.creation = Collections.unmodifiableMap(new LinkedHashMap<>(creation));
        this.attributes = new LinkedHashMap<>(creation);
        this.uploadToken = uploadToken;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.processing = new Processing(origin, source, createdAt, life);
    }

    public String videoId() {
        return videoId;
    }

    public Origin origin() {
        return origin;
    }

    public VideoSource source() {
        return source;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The live stream that was recorded; empty for a video of another origin. */
    public Optional<String> liveStreamId() {
        return Optional.ofNullable((String) creation.get("liveStreamId"));
    }

    public boolean isCreatedWith(String token) {
        return token.equals(uploadToken);
    }

    /** True if the account has created it, not an upload token. */
    public boolean isCreatedByAccount() {
        return uploadToken == null;
    }

    public void accept(ContentRange range, UploadedFile file) {
        origin.checkUpload(videoId);
        source.accept(range, file);
    }

    public synchronized Instant updatedAt() {
        return updatedAt;
    }

    public synchronized String title() {
        return (String) attributes.get("title");
    }

    /** True if viewers need a token. */
    public synchronized boolean isPrivate() {
        return Boolean.FALSE.equals(attributes.get("public"));
    }

    /** The current attributes; one that was never set is missing. */
    public synchronized Map<String, Object> attributes() {
        return new LinkedHashMap<>(attributes);
    }

    /** Replaces the given attributes; lists as a whole. */
    public synchronized void update(Map<String, Object> changes, Instant now) {
        attributes.putAll(changes);
        updatedAt = now;
    }

    public Tracks captions() {
        return captions;
    }

    public Tracks chapters() {
        return chapters;
    }

    /** @param timecode null for an uploaded image */
    public synchronized void pickThumbnail(String timecode) {
        thumbnailTimecode = timecode;
    }

    /** The time of the picture that was picked as thumbnail; empty if none was, or if an image was uploaded since. */
    public synchronized Optional<String> thumbnailTimecode() {
        return Optional.ofNullable(thumbnailTimecode);
    }

    public synchronized void discard(Instant now) {
        discardedAt = now;
    }

    public synchronized void restore() {
        discardedAt = null;
    }

    public Processing processing() {
        return processing;
    }

    /** The qualities that are listed at a moment. */
    public List<EncodingScript.Quality> qualities(Instant moment) {
        boolean mp4 = !Boolean.FALSE.equals(attributes().get("mp4Support"));
        return processing.qualities(moment).stream()
                .filter(quality -> mp4 || quality.type().equals("hls"))
                .toList();
    }

    boolean isDiscarded() {
        return discardedAt().isPresent();
    }

    /** When a discarded container is destroyed; empty if it is not discarded. */
    public Optional<Instant> deletesAt() {
        return discardedAt().map(at -> at.plus(RETENTION));
    }

    public synchronized Optional<Instant> discardedAt() {
        return Optional.ofNullable(discardedAt);
    }

    /** A snapshot for users of the simulator. A regular upload counts as part 1 of 1. */
    public ReceivedVideo received() {
        boolean complete = source.isComplete();
        boolean inOnePiece = complete && source.parts().isEmpty();
        Optional<VideoAssembly.Video> video = source.video();
        return new ReceivedVideo(
                videoId,
                title(),
                creation,
                complete,
                source.size(),
                video.map(VideoAssembly.Video::sha256).orElse(null),
                inOnePiece ? List.of(1) : source.parts(),
                inOnePiece ? Integer.valueOf(1) : source.totalParts(),
                inOnePiece ? List.of(1) : source.arrivals(),
                video.map(VideoAssembly.Video::file).orElse(null));
    }
}
