// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.asset.FileRules;
import io.github.camelapivideo.simulator.store.FileStore;
import io.github.camelapivideo.simulator.store.Identifiers;
import io.github.camelapivideo.simulator.store.Processing;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;
import io.github.camelapivideo.simulator.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The captions that the service makes of what is spoken: one for each video and language that asks for it, when the
 * video is encoded. A video without a language gets none, because the simulator recognises no language. Thread-safe.
 */
public final class Transcripts {

    private record Wanted(String videoId, String language) {}

    private static final byte[] TEXT =
            "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nA transcript.\n".getBytes(StandardCharsets.UTF_8);

    private final VideoStore videos;
    private final FileStore files;
    private final Webhooks webhooks;
    private final Clock clock;
    // Guarded by this
    private final Map<Wanted, Instant> askedAt = new LinkedHashMap<>();

    public Transcripts(VideoStore videos, FileStore files, Webhooks webhooks, Clock clock) {
        this.videos = videos;
        this.files = files;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Asks for what the attributes of a video ask for. */
    synchronized void ask(StoredVideo video) {
        Map<String, Object> attributes = video.attributes();
        if (Boolean.TRUE.equals(attributes.get("transcript"))
                && attributes.get("language") instanceof String language) {
            askedAt.putIfAbsent(new Wanted(video.videoId(), language), clock.instant());
        }
    }

    /** Makes the transcripts whose time has come. */
    public synchronized void advance() {
        askedAt.entrySet()
                .removeIf(transcript -> videos.find(transcript.getKey().videoId())
                        .map(StoredVideo::processing)
                        .flatMap(Processing::encodedAt)
                        .map(encoded -> encoded.isAfter(transcript.getValue()) ? encoded : transcript.getValue())
                        .filter(due -> !clock.instant().isBefore(due))
                        .map(due -> make(transcript.getKey(), due))
                        .isPresent());
    }

    private boolean make(Wanted transcript, Instant at) {
        files.put(
                "/videos/" + transcript.videoId() + "/captions/" + transcript.language(),
                FileRules.received("transcript.vtt", TEXT));
        videos.find(transcript.videoId()).ifPresent(video -> video.captions().add(transcript.language()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("videoId", transcript.videoId());
        fields.put("captionId", Identifiers.next("caption_", 22));
        fields.put("generationMode", "transcript");
        fields.put("language", transcript.language());
        webhooks.emit("video.caption.generated", at, fields);
        return true;
    }

    public synchronized void clear() {
        askedAt.clear();
    }
}
