// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** What the component can know of a body's length before it has read it. */
enum Length {
    KNOWN {
        @Override
        String total(int part, int parts) {
            return String.valueOf(parts);
        }
    },
    UNKNOWN {
        @Override
        String total(int part, int parts) {
            return part == parts ? String.valueOf(parts) : "*";
        }
    };

    abstract String total(int part, int parts);

    /** The Content-Range of each request, in the order of the parts; null where there is none. */
    List<String> contentRanges(int parts) {
        if (parts == 1) {
            return Collections.singletonList(null);
        }
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> "part " + part + "/" + total(part, parts))
                .toList();
    }
}
