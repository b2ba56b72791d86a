// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.api.ApiVideoEvent;
import io.github.camelapivideo.internal.http.VideoJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Reads an event from JSON. Properties of an unexpected type count as missing. */
final class EventReading {

    // The API description says so: there, no is a boolean.
    private static final Map<Object, String> LANGUAGES = Map.of(false, "no");

    private EventReading() {}

    /** @throws IOException if it is not a JSON object with a type */
    static ApiVideoEvent read(byte[] json) throws IOException {
        Map<?, ?> properties = VideoJson.read(json, Map.class);
        String type = text(properties, "type");
        if (type == null || type.isBlank()) {
            throw new IOException("the event has no type");
        }
        String encoding = text(properties, "encoding");
        return new ApiVideoEvent(
                type,
                text(properties, "emittedAt"),
                text(properties, "videoId"),
                text(properties, "liveStreamId"),
                encoding == null ? null : encoding.toLowerCase(Locale.ROOT),
                text(properties, "quality"),
                text(properties, "captionId"),
                language(properties.get("language")),
                text(properties, "generationMode"),
                text(properties, "summaryId"),
                new String(json, StandardCharsets.UTF_8));
    }

    private static String text(Map<?, ?> properties, String name) {
        return properties.get(name) instanceof String text ? text : null;
    }

    private static String language(Object value) {
        return value instanceof String text ? text : value == null ? null : LANGUAGES.get(value);
    }
}
