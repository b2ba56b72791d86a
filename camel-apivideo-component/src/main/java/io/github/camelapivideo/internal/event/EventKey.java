// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.api.ApiVideoEvent;
import io.github.camelapivideo.internal.text.TextDigest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The key of an event: two deliveries with the same key are one event. The service gives events no identifier. */
final class EventKey {

    private static final int MOST_CHARACTERS = 100;

    private EventKey() {}

    static String of(ApiVideoEvent event) {
        boolean once = isOnce(event);
        return isIdentified(event) && (once || event.emittedAt() != null)
                ? shortened(event.type(), readable(event, once))
                : shortened(event.type(), event.type() + "|" + TextDigest.of(event.json()));
    }

    private static String shortened(String type, String key) {
        if (isLine(key)) {
            return key;
        }
        String named = type + "|" + TextDigest.of(key);
        return isLine(named) ? named : TextDigest.of(key);
    }

    // As many characters as a row of Camel's JDBC repository holds, in one line of a log or of Camel's file repository.
    private static boolean isLine(String key) {
        return key.length() <= MOST_CHARACTERS && key.chars().noneMatch(Character::isISOControl);
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
}
