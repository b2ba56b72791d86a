// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A webhook of the account.
 *
 * @param events the types of the events that it receives
 */
public record Webhook(String webhookId, Instant createdAt, List<String> events, URI url, String signatureSecret) {

    /** All events that the service documents. */
    public static final List<String> ALL_EVENTS = List.of(
            "live-stream.broadcast.started",
            "live-stream.broadcast.ended",
            "video.source.recorded",
            "video.encoding.quality.completed",
            "video.caption.generated",
            "video.summary.generated");

    public Webhook {
        events = List.copyOf(events);
    }

    // No webhook can ask for an undocumented event; each receives it.
    boolean receives(String event, Instant emittedAt) {
        return !emittedAt.isBefore(createdAt) && (events.contains(event) || !ALL_EVENTS.contains(event));
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return webhookId;
    }
}
