// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.ApiValue;
import io.github.camelapivideo.api.ApiVideoEvent;
import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.api.ResultList;
import io.github.camelapivideo.internal.http.VideoJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Converter;

/** Camel's type converters for the answers of the component. */
@Converter(generateLoader = true)
public final class ApiVideoConverters {

    private ApiVideoConverters() {}

    /** Returns the value as JSON text. */
    @Converter
    public static String toString(ApiValue value) {
        return new String(VideoJson.bytes(value), StandardCharsets.UTF_8);
    }

    /** Returns the value as JSON in UTF-8. */
    @Converter
    public static byte[] toBytes(ApiValue value) {
        return VideoJson.bytes(value);
    }

    /** Returns the value as JSON in UTF-8. */
    @Converter
    public static InputStream toInputStream(ApiValue value) {
        return new ByteArrayInputStream(VideoJson.bytes(value));
    }

    /** Returns the value as a map with its names in JSON; null for a list, of which Simple then takes an item by its index. */
    @Converter(allowNull = true)
    public static Map<String, Object> toMap(ApiValue value) {
        return value instanceof ResultList ? null : VideoJson.map(value);
    }

    /** Returns an event as it was received. */
    @Converter
    public static String toString(ApiVideoEvent event) {
        return event.json();
    }

    /** Returns an event as it was received. */
    @Converter
    public static InputStream toInputStream(ApiVideoEvent event) {
        return new ByteArrayInputStream(event.json().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns all properties of an event as it was received. */
    @Converter
    @SuppressWarnings("unchecked")
    public static Map<String, Object> toMap(ApiVideoEvent event) throws IOException {
        return VideoJson.read(event.json().getBytes(StandardCharsets.UTF_8), Map.class);
    }

    /** Reads a planned part from JSON text. */
    @Converter
    public static PlannedPart toPlannedPart(String json) throws IOException {
        return VideoJson.read(json.getBytes(StandardCharsets.UTF_8), PlannedPart.class);
    }

    /** Reads a planned part from JSON in UTF-8. */
    @Converter
    public static PlannedPart toPlannedPart(byte[] json) throws IOException {
        return VideoJson.read(json, PlannedPart.class);
    }
}
