// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.problem.Refusal;
import io.github.camelapivideo.simulator.store.Origin;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;
import io.github.camelapivideo.simulator.webhook.Webhooks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The live streams of the account, and their broadcasts, which begin and end by the methods of this class. Thread-safe.
 */
public final class LiveStreams {

    static final String ID = "liveStreamId";

    private static final String BROADCASTING = "broadcasting";

    private final VideoStore videos;
    private final Resources streams;
    private final Webhooks webhooks;

    LiveStreams(VideoStore videos, Clock clock, Webhooks webhooks) {
        this.videos = videos;
        this.streams = new Resources(clock, "li", ID);
        this.webhooks = webhooks;
    }

    Resources all() {
        return streams;
    }

    /**
     * Begins to broadcast, and emits {@code live-stream.broadcast.started}. Does nothing if the stream is broadcasting.
     *
     * @throws IllegalArgumentException if there is no such live stream
     */
    public void start(String liveStreamId) {
        broadcast(existing(liveStreamId), true, "live-stream.broadcast.started");
    }

    /**
     * Ends the broadcast, and emits {@code live-stream.broadcast.ended}. Does nothing if the stream is not broadcasting.
     *
     * @throws IllegalArgumentException if there is no such live stream
     */
    public void end(String liveStreamId) {
        broadcast(existing(liveStreamId), false, "live-stream.broadcast.ended");
    }

    /**
     * Makes a video of a recording, as the service does some time after a broadcast, and emits
     * {@code video.source.recorded}. Its title is the name of the stream.
     *
     * @param recording the file, which is copied
     * @return the id of the new video
     * @throws IllegalArgumentException if there is no such live stream
     */
    public String record(String liveStreamId, Path recording) {
        Resource stream = existing(liveStreamId);
        StoredVideo video =
                videos.create(Origin.RECORDING, Map.of("title", stream.text("name"), ID, liveStreamId), null);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(ID, liveStreamId);
        fields.put("videoId", video.videoId());
        webhooks.emit("video.source.recorded", fields);
        // The event of an encoding must not overtake that of the recording.
        video.source().record(recording);
        return video.videoId();
    }

    private Resource existing(String liveStreamId) {
        try {
            return streams.get(liveStreamId);
        } catch (Refusal missing) {
            throw new IllegalArgumentException("There is no live stream " + liveStreamId, missing);
        }
    }

    private void broadcast(Resource stream, boolean broadcasting, String event) {
        boolean changed;
        synchronized (this) {
            changed = !streams.get(stream.id()).get(BROADCASTING).equals(broadcasting);
            streams.update(stream.id(), Map.of(BROADCASTING, broadcasting));
        }
        if (changed) {
            webhooks.emit(event, Map.of(ID, stream.id()));
        }
    }
}
