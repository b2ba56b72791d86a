// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;
import io.github.camelapivideo.simulator.webhook.Webhooks;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Emits an event for each encoded quality of a video, once. Thread-safe. */
public final class EncodingEvents {

    /**
     * A quality that is encoded.
     *
     * @param type {@code hls} or {@code mp4}
     * @param at when its encoding ended
     */
    public record Encoded(String type, String quality, Instant at) {}

    private record Emitted(String videoId, String type, String quality) {}

    private final VideoStore videos;
    private final Function<StoredVideo, List<Encoded>> encoded;
    private final Webhooks webhooks;
    // Guarded by this
    private final Set<Emitted> emitted = new HashSet<>();

    /** @param encoded the qualities of a video that are encoded now */
    public EncodingEvents(VideoStore videos, Function<StoredVideo, List<Encoded>> encoded, Webhooks webhooks) {
        this.videos = videos;
        this.encoded = encoded;
        this.webhooks = webhooks;
    }

    /** Emits what is new. Looks at no video while the account has no webhook. */
    public synchronized void advance() {
        if (webhooks.areHeard()) {
            videos.all().forEach(video -> encoded.apply(video).forEach(quality -> emit(video, quality)));
        }
    }

    private void emit(StoredVideo video, Encoded encoding) {
        if (emitted.add(new Emitted(video.videoId(), encoding.type(), encoding.quality()))) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("videoId", video.videoId());
            fields.put("encoding", encoding.type());
            fields.put("quality", encoding.quality());
            video.liveStreamId().ifPresent(id -> fields.put("liveStreamId", id));
            webhooks.emit("video.encoding.quality.completed", encoding.at(), fields);
        }
    }

    public synchronized void clear() {
        emitted.clear();
    }
}
