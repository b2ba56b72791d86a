// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.internal.part.PartContent;
import java.util.Map;
import java.util.function.LongConsumer;

/** What a request carries. */
public sealed interface RequestBody {

    /** Carries nothing. */
    RequestBody NONE = new None();

    /** Nothing. */
    record None() implements RequestBody {}

    /** A value as JSON. */
    record Json(Object value) implements RequestBody {}

    /**
     * A form with a file, which may be one part of a video.
     *
     * @param fields the other fields of the form
     * @param contentRange the part's place, like {@code part 2/3}; null for a whole file
     * @param written receives how many bytes were written, a few at a time
     */
    record File(
            Map<String, String> fields, String contentRange, String fileName, PartContent content, LongConsumer written)
            implements RequestBody {}
}
