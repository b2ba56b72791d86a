// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the filters of a list of videos out of an exchange. A video has to match all of them. */
public final class VideoFilter {

    // A blank text is no filter: all videos have it.
    private static final List<Input<String>> TEXTS = List.of(
            Input.text("title", ApiVideoConstants.TITLE),
            Input.text("description", ApiVideoConstants.DESCRIPTION),
            Inputs.LIVE_STREAM_ID);

    private static final Set<String> NAMES = Set.of("tags", "metadata");

    private static final List<Input<?>> PROPERTIES = Inputs.PROPERTIES.stream()
            .filter(property -> NAMES.contains(property.name()))
            .toList();

    public static final List<Input<?>> INPUTS =
            Stream.concat(TEXTS.stream(), PROPERTIES.stream()).toList();

    private VideoFilter() {}

    /** @throws IllegalArgumentException if one has a value that it cannot have */
    public static List<Parameter> of(ExchangeValues values) {
        values.requireFilled(INPUTS);
        // A filter is written like the property of a new video that it is compared with.
        VideoCreation wanted = new PayloadReading(values).read(VideoCreation.class, PROPERTIES);
        List<Parameter> filters = new ArrayList<>();
        TEXTS.stream()
                .filter(text -> values.get(text) != null)
                .forEach(text -> filters.add(new Parameter(text.name(), values.get(text))));
        each(wanted.tags()).forEach(tag -> filters.add(new Parameter("tags[]", tag)));
        each(wanted.metadata())
                .forEach(entry -> filters.add(new Parameter("metadata[" + entry.key() + "]", entry.value())));
        return filters;
    }

    private static <T> List<T> each(List<T> values) {
        return values == null ? List.of() : values;
    }
}
