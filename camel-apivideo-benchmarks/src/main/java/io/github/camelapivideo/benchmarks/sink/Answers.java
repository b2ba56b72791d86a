// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelapivideo.benchmarks.sink.RequestHead.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sink's answers, as long as the service's; those that are always the same are made once. Immutable. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Map<Kind, byte[]> answers = new EnumMap<>(Kind.class);

    Answers() {
        Map<String, Object> token = Map.of(
                "token_type",
                "Bearer",
                "expires_in",
                3600,
                "access_token",
                "a".repeat(800),
                "refresh_token",
                "r".repeat(400));
        answers.put(Kind.AUTH, answer("200 OK", token));
        answers.put(Kind.OTHER, answer("200 OK", Map.of("data", List.of())));
    }

    /** Answers a creation: the container has the metadata that were asked for. */
    ByteBuffer toCreation(String videoId, byte[] payload) throws IOException {
        Map<String, Object> video = new HashMap<>(video(videoId));
        video.put("metadata", JSON.readTree(payload).path("metadata"));
        return ByteBuffer.wrap(answer("201 Created", video));
    }

    ByteBuffer toPart(String videoId) {
        return ByteBuffer.wrap(answer("201 Created", video(videoId)));
    }

    ByteBuffer toStatus(Map<String, Object> ingest) {
        Map<String, Object> encoding = Map.of("playable", false, "qualities", List.of());
        return ByteBuffer.wrap(answer("200 OK", Map.of("ingest", ingest, "encoding", encoding)));
    }

    /** Answers an authentication, or a question of which nothing depends. */
    ByteBuffer to(Kind kind) {
        return ByteBuffer.wrap(answers.get(kind));
    }

    private static Map<String, Object> video(String videoId) {
        String embed = "https://embed.api.video/vod/" + videoId;
        return Map.of(
                "videoId",
                videoId,
                "title",
                "A video for the sink",
                "public",
                true,
                "panoramic",
                false,
                "mp4Support",
                true,
                "tags",
                List.of(),
                "metadata",
                List.of(),
                "createdAt",
                "2026-01-01T00:00:00+00:00",
                "source",
                Map.of("type", "upload", "uri", "/videos/" + videoId + "/source"),
                "assets",
                Map.of(
                        "iframe", "<iframe src=\"" + embed + "\" width=\"100%\" height=\"100%\"></iframe>",
                        "player", embed,
                        "hls", "https://vod.api.video/vod/" + videoId + "/hls/manifest.m3u8",
                        "thumbnail", "https://vod.api.video/vod/" + videoId + "/thumbnail.jpg",
                        "mp4", "https://vod.api.video/vod/" + videoId + "/mp4/source.mp4"));
    }

    private static byte[] answer(String status, Object body) {
        try {
            String json = JSON.writeValueAsString(body);
            // The limits are sent, as the service does on every answer, but are never reached here.
            return ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                            + "\r\nX-RateLimit-Limit: 10000000\r\nX-RateLimit-Remaining: 9999999\r\n"
                            + "X-RateLimit-Retry-After: 60\r\n\r\n" + json)
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
