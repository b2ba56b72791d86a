// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A container and what is in it. Thread-safe. */
final class StoredVideo {

    private static final DateTimeFormatter ATOM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    private final String videoId;
    private final Path folder;
    private final Source source;
    private final Instant createdAt;
    private final String uploadToken;
    private final boolean ingesting;

    // Guarded by this
    private final Map<String, Object> attributes;
    private Instant updatedAt;
    private String sha256;

    /**
     * @param uploadToken the token that made the container; null if the account did
     * @param ingesting whether the service itself fetches the source, so that nobody may upload one
     */
    StoredVideo(
            String videoId,
            Path folder,
            Map<String, Object> attributes,
            Instant createdAt,
            String uploadToken,
            boolean ingesting) {
        this.videoId = videoId;
        this.folder = folder;
        this.attributes = new LinkedHashMap<>(attributes);
        this.createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
        this.updatedAt = this.createdAt;
        this.uploadToken = uploadToken;
        this.ingesting = ingesting;
        this.source = new Source(folder);
    }

    String videoId() {
        return videoId;
    }

    Path folder() {
        return folder;
    }

    Source source() {
        return source;
    }

    String uploadToken() {
        return uploadToken;
    }

    Instant createdAt() {
        return createdAt;
    }

    synchronized Object attribute(String name) {
        return attributes.get(name);
    }

    synchronized Map<String, Object> attributes() {
        return new LinkedHashMap<>(attributes);
    }

    synchronized void update(Map<String, Object> changes, Instant now) {
        attributes.putAll(changes);
        updatedAt = now.truncatedTo(ChronoUnit.SECONDS);
    }

    void accept(ContentRange range, Path file) {
        if (ingesting) {
            throw ProblemType.SOURCE_ALREADY_DOWNLOADED.because("file", "The service fetches the source itself.");
        }
        source.accept(range, file);
    }

    /** The Video of the API description. */
    synchronized Map<String, Object> json(URI base) {
        Map<String, Object> video = new LinkedHashMap<>();
        video.put("videoId", videoId);
        video.put("title", attributes.get("title"));
        video.put("description", attributes.get("description"));
        video.put("public", attributes.getOrDefault("public", true));
        video.put("panoramic", attributes.getOrDefault("panoramic", false));
        video.put("mp4Support", attributes.getOrDefault("mp4Support", true));
        video.put("playerId", attributes.get("playerId"));
        video.put("tags", attributes.getOrDefault("tags", List.of()));
        video.put("metadata", attributes.getOrDefault("metadata", List.of()));
        video.put("language", attributes.get("language"));
        video.put("languageOrigin", attributes.get("language") == null ? null : "api");
        video.put("createdAt", ATOM.format(createdAt));
        video.put("updatedAt", ATOM.format(updatedAt));
        video.put("publishedAt", ATOM.format(createdAt));
        video.put("discarded", false);
        video.put("discardedAt", null);
        video.put("deletesAt", null);
        video.put("source", Map.of("type", "upload", "uri", "/videos/" + videoId + "/source"));
        video.put("assets", assets(base.resolve("/vod/" + videoId).toString()));
        return video;
    }

    private Map<String, Object> assets(String player) {
        Map<String, Object> assets = new LinkedHashMap<>();
        assets.put(
                "iframe",
                "<iframe src=\"" + player + "\" width=\"100%\" height=\"100%\" frameborder=\"0\" scrolling=\"no\""
                        + " allowfullscreen=\"true\"></iframe>");
        assets.put("player", player);
        assets.put("hls", player + "/hls/manifest.m3u8");
        assets.put("thumbnail", player + "/thumbnail.jpg");
        if (!Boolean.FALSE.equals(attributes.get("mp4Support"))) {
            assets.put("mp4", player + "/mp4/source.mp4");
        }
        return assets;
    }

    /** The status of the API description. Nothing is encoded here: what is complete is playable. */
    Map<String, Object> status() {
        boolean complete = source.isComplete();
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("parts", source.parts());
        parts.put("total", source.totalParts());
        Map<String, Object> ingest = new LinkedHashMap<>();
        ingest.put("status", ingesting ? "ingesting" : complete ? "uploaded" : "uploading");
        ingest.put("filesize", complete ? source.size() : null);
        ingest.put("receivedBytes", source.receivedBytes());
        ingest.put("receivedParts", parts);
        Map<String, Object> encoding = new LinkedHashMap<>();
        encoding.put("playable", complete);
        encoding.put(
                "qualities",
                complete ? List.of(Map.of("type", "mp4", "quality", "720p", "status", "encoded")) : List.of());
        encoding.put("metadata", new LinkedHashMap<>());
        return Map.of("ingest", ingest, "encoding", encoding);
    }

    synchronized String sha256() {
        if (sha256 == null && source.isComplete()) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                source.read(digest::update);
                sha256 = HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
        return sha256;
    }

    ReceivedVideo received() {
        return new ReceivedVideo(
                videoId,
                (String) attribute("title"),
                attributes(),
                source.isComplete(),
                source.size(),
                sha256(),
                source.parts(),
                source.totalParts(),
                source.arrivals(),
                source.isComplete() ? source.assembled() : null);
    }
}
