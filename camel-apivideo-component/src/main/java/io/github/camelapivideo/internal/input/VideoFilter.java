// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the filters of a list of videos out of an exchange. A video has to match all of them. */
public final class VideoFilter {

    private static final Set<String> NAMES = Set.of("title", "description", "tags", "metadata");

    private static final List<Input<?>> PROPERTIES = Inputs.PROPERTIES.stream()
            .filter(property -> NAMES.contains(property.name()))
            .toList();

    public static final List<Input<?>> INPUTS =
            Stream.concat(PROPERTIES.stream(), Stream.of(Inputs.LIVE_STREAM_ID)).toList();

    private VideoFilter() {}

    /** @throws IllegalArgumentException if one has a value that it cannot have */
    public static List<Parameter> of(ExchangeValues values) {
        // A filter is written like the property of a new video that it is compared with.
        VideoCreation wanted = new PayloadReading(values).read(VideoCreation.class, PROPERTIES);
        List<Parameter> filters = new ArrayList<>();
        filters.add(parameter("title", wanted.title()));
        filters.add(parameter("description", wanted.description()));
        filters.add(parameter("liveStreamId", values.get(Inputs.LIVE_STREAM_ID)));
        each(wanted.tags()).forEach(tag -> filters.add(parameter("tags[]", tag)));
        each(wanted.metadata())
                .forEach(entry -> filters.add(parameter("metadata[" + entry.key() + "]", entry.value())));
        return filters.stream().filter(Objects::nonNull).toList();
    }

    private static Parameter parameter(String name, String value) {
        return value == null ? null : new Parameter(name, value);
    }

    private static <T> List<T> each(List<T> values) {
        return values == null ? List.of() : values;
    }
}
