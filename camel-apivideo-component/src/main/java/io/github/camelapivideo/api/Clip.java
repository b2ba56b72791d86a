// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.regex.Pattern;

/**
 * The range of the uploaded video that the service keeps. Either end may be null. Immutable. In the URI of an
 * upload these are two options:
 *
 * <pre>{@code
 * from("file:inbox")
 *     .to("apivideo:upload?clip.startTimecode=00:00:10&clip.endTimecode=00:01:15");
 * }</pre>
 *
 * @param startTimecode the beginning: {@code HH:MM:SS}, optionally followed by {@code .mmm} or {@code :ff}, or seconds
 * @param endTimecode the end, in the same form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Clip(String startTimecode, String endTimecode) {

    // The pattern in the service's API description.
    private static final Pattern TIMECODE =
            Pattern.compile("\\d{2,3}:[0-5]\\d:[0-5]\\d(?:\\.\\d{1,3}|:\\d{1,2})?|\\d{1,7}");

    public Clip {
        check("startTimecode", startTimecode);
        check("endTimecode", endTimecode);
    }

    private static void check(String name, String timecode) {
        if (timecode != null && !TIMECODE.matcher(timecode).matches()) {
            throw new IllegalArgumentException("clip." + name + "=" + Repeated.text(timecode)
                    + ": allowed is HH:MM:SS, like 00:01:15, or seconds");
        }
    }
}
