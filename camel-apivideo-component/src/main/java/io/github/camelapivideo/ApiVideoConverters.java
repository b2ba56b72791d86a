// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.http.VideoJson;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Converter;

/** Camel's type converters for what the component answers. */
@Converter(generateLoader = true)
public final class ApiVideoConverters {

    private ApiVideoConverters() {}

    /** The video as JSON text. */
    @Converter
    public static String toString(Video video) {
        return new String(VideoJson.bytes(video), StandardCharsets.UTF_8);
    }

    /** The video as JSON, in UTF-8. */
    @Converter
    public static InputStream toInputStream(Video video) {
        return new ByteArrayInputStream(VideoJson.bytes(video));
    }

    /** The video as a map, with the names that it has in JSON. */
    @Converter
    public static Map<String, Object> toMap(Video video) {
        return VideoJson.map(video);
    }
}
