// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * A verified event. Immutable.
 *
 * @param webhookId null if the delivery has named none
 */
public record ReceivedEvent(ApiVideoEvent event, String webhookId) {

    /** Writes it into a message: the body, and the headers that the event has. */
    public void into(Message message) {
        message.setBody(event);
        Map<String, Object> headers = new HashMap<>();
        headers.put(ApiVideoConstants.EVENT_TYPE, event.type());
        headers.put(ApiVideoConstants.EVENT_TIME, event.emittedAt());
        headers.put(ApiVideoConstants.VIDEO_ID, event.videoId());
        headers.put(ApiVideoConstants.LIVE_STREAM_ID, event.liveStreamId());
        headers.put(ApiVideoConstants.ENCODING, event.encoding());
        headers.put(ApiVideoConstants.QUALITY, event.quality());
        headers.put(ApiVideoConstants.LANGUAGE, event.language());
        headers.put(ApiVideoConstants.SUMMARY_ID, event.summaryId());
        headers.put(ApiVideoConstants.WEBHOOK_ID, webhookId);
        headers.put(
                Exchange.MESSAGE_TIMESTAMP,
                event.instant().map(Instant::toEpochMilli).orElse(null));
        headers.values().removeIf(value -> value == null);
        message.setHeaders(headers);
    }
}
