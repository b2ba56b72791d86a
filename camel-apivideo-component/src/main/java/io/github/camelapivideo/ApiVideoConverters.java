// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoStatus;
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

    /** Returns the video as JSON text. */
    @Converter
    public static String toString(Video video) {
        return new String(VideoJson.bytes(video), StandardCharsets.UTF_8);
    }

    /** Returns the video as JSON in UTF-8. */
    @Converter
    public static InputStream toInputStream(Video video) {
        return new ByteArrayInputStream(VideoJson.bytes(video));
    }

    /** Returns the video as a map with its names in JSON. */
    @Converter
    public static Map<String, Object> toMap(Video video) {
        return VideoJson.map(video);
    }

    /** Returns the status as JSON text. */
    @Converter
    public static String toString(VideoStatus status) {
        return new String(VideoJson.bytes(status), StandardCharsets.UTF_8);
    }

    /** Returns the status as JSON in UTF-8. */
    @Converter
    public static InputStream toInputStream(VideoStatus status) {
        return new ByteArrayInputStream(VideoJson.bytes(status));
    }

    /** Returns the status as a map with its names in JSON. */
    @Converter
    public static Map<String, Object> toMap(VideoStatus status) {
        return VideoJson.map(status);
    }

    /** Returns the planned part as JSON text. */
    @Converter
    public static String toString(PlannedPart part) {
        return new String(VideoJson.bytes(part), StandardCharsets.UTF_8);
    }

    /** Returns the planned part as a map with its names in JSON. */
    @Converter
    public static Map<String, Object> toMap(PlannedPart part) {
        return VideoJson.map(part);
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
