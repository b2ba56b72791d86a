// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.internal.part.PartContent;
import java.util.Map;
import java.util.function.LongConsumer;

/** The body of a request. */
public sealed interface RequestBody {

    /** The body of a request without one. */
    RequestBody NONE = new None();

    /** No body. */
    record None() implements RequestBody {}

    /** A value as JSON. */
    record Json(Object value) implements RequestBody {}

    /**
     * A form with a file, which may be one part of a video.
     *
     * @param fields the other fields of the form
     * @param contentRange the number of the part, like {@code part 2/3}; null for a whole file
     * @param written receives the number of bytes after each write
     */
    record File(
            Map<String, String> fields, String contentRange, String fileName, PartContent content, LongConsumer written)
            implements RequestBody {

        /** Returns the same form with another content of the same length. */
        public File with(PartContent other) {
            return new File(fields, contentRange, fileName, other, written);
        }
    }
}
