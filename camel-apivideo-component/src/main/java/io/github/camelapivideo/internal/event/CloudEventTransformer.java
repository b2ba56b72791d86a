// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.api.ApiVideoEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Adds the headers of a CloudEvent to an event of the service. Its identifier is the same for each delivery of one event.
 * Thread-safe.
 */
@DataTypeTransformer(
        name = "apivideo:application-cloudevents",
        description = "Adds CloudEvent headers to the Camel message with the details of an event of api.video")
public final class CloudEventTransformer extends Transformer {

    private static final String SOURCE = "api.video";
    private static final String TYPE = "video.api.";

    @Override
    public void transform(Message message, DataType from, DataType to) {
        if (!(message.getBody() instanceof ApiVideoEvent event)) {
            throw new IllegalArgumentException(
                    "apivideo:application-cloudevents: allowed is a body from apivideo:events, an ApiVideoEvent");
        }
        Map<String, Object> headers = message.getHeaders();
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_ID, EventKey.of(event));
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, CloudEvents.v1_0.version());
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, SOURCE);
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, TYPE + event.type());
        subject(event).ifPresent(subject -> headers.put(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, subject));
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_TIME, time(event, message.getExchange()));
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, "application/json");
    }

    private static Optional<String> subject(ApiVideoEvent event) {
        return Optional.ofNullable(event.videoId()).or(() -> Optional.ofNullable(event.liveStreamId()));
    }

    private static String time(ApiVideoEvent event, Exchange exchange) {
        return event.instant().map(Instant::toString).orElseGet(() -> CloudEvents.v1_0.getEventTime(exchange));
    }
}
