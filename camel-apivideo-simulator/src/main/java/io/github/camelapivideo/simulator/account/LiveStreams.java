// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.problem.Refusal;
import io.github.camelapivideo.simulator.webhook.Webhooks;
import java.time.Clock;
import java.util.Map;

/**
 * The live streams of the account, and their broadcasts, which begin and end by the methods of this class. Thread-safe.
 */
public final class LiveStreams {

    static final String ID = "liveStreamId";

    private static final String BROADCASTING = "broadcasting";

    private final Resources streams;
    private final Webhooks webhooks;

    LiveStreams(Clock clock, Webhooks webhooks) {
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
