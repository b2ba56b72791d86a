// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelapivideo.simulator.store.Origin;
import io.github.camelapivideo.simulator.store.StoredVideo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A container as the API description has it. */
public record VideoJson(
        String videoId,
        Object title,
        Object description,
        @JsonProperty("public") Object isPublic,
        Object panoramic,
        Object mp4Support,
        Object playerId,
        Object tags,
        Object metadata,
        Object language,
        String languageOrigin,
        String createdAt,
        String updatedAt,
        String publishedAt,
        boolean discarded,
        String discardedAt,
        String deletesAt,
        Source source,
        Assets assets) {

    /**
     * @param type {@code upload}; null, and then left out, for other sources, whose type no document shows
     * @param liveStream null, and then left out, if the video is no recording
     */
    record Source(
            String uri,
            @JsonInclude(JsonInclude.Include.NON_NULL) String type,
            @JsonInclude(JsonInclude.Include.NON_NULL) LiveStream liveStream) {}

    record LiveStream(String liveStreamId, List<Map<String, String>> links) {

        static LiveStream of(String liveStreamId) {
            return new LiveStream(liveStreamId, List.of(Map.of("rel", "self", "uri", "/live-streams/" + liveStreamId)));
        }
    }

    /** @param mp4 null, and then left out, if the container does not support it */
    record Assets(
            String iframe,
            String player,
            String hls,
            String thumbnail,
            @JsonInclude(JsonInclude.Include.NON_NULL) String mp4) {}

    /**
     * @param base the address of the simulator, which serves the assets
     * @param token for the assets of a private video; null for none
     */
    static VideoJson of(StoredVideo video, URI base, String token) {
        Map<String, Object> attributes = video.attributes();
        Optional<Instant> discardedAt = video.discardedAt();
        Object mp4Support = attributes.getOrDefault("mp4Support", true);
        return new VideoJson(
                video.videoId(),
                attributes.get("title"),
                attributes.get("description"),
                attributes.getOrDefault("public", true),
                attributes.getOrDefault("panoramic", false),
                mp4Support,
                attributes.get("playerId"),
                attributes.getOrDefault("tags", List.of()),
                attributes.getOrDefault("metadata", List.of()),
                attributes.get("language"),
                attributes.get("language") == null ? null : "api",
                ServiceTime.format(video.createdAt()),
                ServiceTime.format(video.updatedAt()),
                ServiceTime.format(video.createdAt()),
                discardedAt.isPresent(),
                discardedAt.map(ServiceTime::format).orElse(null),
                video.deletesAt().map(ServiceTime::format).orElse(null),
                new Source(
                        "/videos/" + video.videoId() + "/source",
                        video.origin() == Origin.UPLOAD ? "upload" : null,
                        video.liveStreamId().map(LiveStream::of).orElse(null)),
                discardedAt.isPresent()
                        ? null
                        : assets(base + "/vod/" + video.videoId(), token, Boolean.TRUE.equals(mp4Support)));
    }

    private static Assets assets(String uri, String token, boolean mp4Support) {
        String player = token == null ? uri : uri + "?token=" + token;
        String files = token == null ? uri : uri + "/token/" + token;
        return new Assets(
                "<iframe src=\"" + player + "\" width=\"100%\" height=\"100%\" frameborder=\"0\" scrolling=\"no\""
                        + " allowfullscreen=\"\"></iframe>",
                player,
                files + "/hls/manifest.m3u8",
                files + "/thumbnail.jpg",
                mp4Support ? files + "/mp4/source.mp4" : null);
    }
}
