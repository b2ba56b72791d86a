// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.api.ApiVideoEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The key of an event: two deliveries with the same key are one event. The service gives events no identifier. */
final class EventKey {

    private EventKey() {}

    static String of(ApiVideoEvent event) {
        boolean once = isOnce(event);
        return isIdentified(event) && (once || event.emittedAt() != null)
                ? readable(event, once)
                : event.type() + "|" + digest(event.json());
    }

    /** Returns the key of the event with which all qualities of a video are encoded. */
    static String ofVideo(ApiVideoEvent event) {
        return "encoded|" + event.videoId();
    }

    // A quality is completed once. Another try of the delivery may have another time.
    private static boolean isOnce(ApiVideoEvent event) {
        return event.type().equals(EventTypes.QUALITY_COMPLETED) && event.encoding() != null && event.quality() != null;
    }

    // What tells events of an unknown type apart is unknown, too: the whole event is their key.
    private static boolean isIdentified(ApiVideoEvent event) {
        return EventTypes.DOCUMENTED.contains(event.type())
                && (event.videoId() != null || event.liveStreamId() != null);
    }

    private static String readable(ApiVideoEvent event, boolean once) {
        return Stream.of(
                        event.type(),
                        event.videoId(),
                        event.liveStreamId(),
                        event.captionId(),
                        event.summaryId(),
                        event.encoding(),
                        event.quality(),
                        event.language(),
                        once ? null : event.emittedAt())
                .map(part -> part == null ? "" : part)
                .collect(Collectors.joining("|"));
    }

    private static String digest(String json) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
