// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * An event of the service. Every property but {@code json} is null if the event does not have it. Camel converts it to
 * its JSON as it was received. Immutable.
 *
 * <pre>{@code
 * from("apivideo:events?webhookRegistration=reuse&webhookUrl=https://example.org/hook&collapse=encoded")
 *     .log("${body.videoId} is encoded");
 * }</pre>
 *
 * @param type such as {@code video.encoding.quality.completed}; the service may add others
 * @param emittedAt the time of the event, as the service writes it
 * @param videoId the video; of {@code video.source.recorded}, the new recording
 * @param encoding {@code hls} or {@code mp4}
 * @param quality such as {@code 720p}
 * @param captionId fits no operation; a caption is found by its language
 * @param language the language of the caption
 * @param generationMode how the caption was made, such as {@code transcript}
 * @param json the whole event as it was received, with all its properties
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiVideoEvent(
        String type,
        String emittedAt,
        String videoId,
        String liveStreamId,
        String encoding,
        String quality,
        String captionId,
        String language,
        String generationMode,
        String summaryId,
        @JsonIgnore String json)
        implements ApiValue {

    /** Returns {@code emittedAt} as an instant; empty if it is missing or not a time. */
    public Optional<Instant> instant() {
        try {
            return Optional.ofNullable(emittedAt)
                    .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::parse)
                    .map(Instant::from);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
