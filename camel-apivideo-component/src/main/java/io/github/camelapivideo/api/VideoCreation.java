// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * The properties of a new container. The header {@code CamelApiVideoCreation} takes an instance. Immutable. Every
 * property may be null: the service then uses its default; a missing title becomes the file name.
 *
 * <p>The constructor checks the values that the service is known to refuse. It throws an
 * {@link IllegalArgumentException} that names the property, the value and the allowed values.
 *
 * <pre>{@code
 * from("jms:films")
 *     .setHeader("CamelApiVideoCreation", () -> VideoCreation.titled("Tonight's film"))
 *     .to("apivideo:upload");
 * }</pre>
 *
 * @param title the title; by default the file name, for a container without a file {@code Untitled video} and the time
 * @param description the description
 * @param isPublic true if the video needs no private token to watch; {@code public} in JSON; default true
 * @param panoramic true for a 360-degree video; default false
 * @param mp4Support true if the service also offers the video as MP4; default true
 * @param playerId the identifier of the player that shows the video
 * @param tags the tags
 * @param metadata the metadata entries
 * @param clip the range of the uploaded video to keep; by default the whole video
 * @param watermark the watermark over the video; by default none
 * @param language the spoken language as an IETF language tag; by default the service detects it
 * @param transcript true if the service writes a transcript; default false
 * @param transcriptSummary true if the service writes a summary; default false
 * @param transcriptSummaryAttributes the contents of the summary: {@code abstract}, {@code takeaways} or both
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VideoCreation(
        String title,
        String description,
        @JsonProperty("public") Boolean isPublic,
        Boolean panoramic,
        Boolean mp4Support,
        String playerId,
        List<String> tags,
        List<Metadata> metadata,
        Clip clip,
        Watermark watermark,
        String language,
        Boolean transcript,
        Boolean transcriptSummary,
        List<String> transcriptSummaryAttributes) {

    private static final List<String> SUMMARY_ATTRIBUTES = List.of("abstract", "takeaways");

    public VideoCreation {
        Languages.check(language);
        tags = tags == null ? null : List.copyOf(tags);
        metadata = metadata == null ? null : List.copyOf(metadata);
        transcriptSummaryAttributes =
                transcriptSummaryAttributes == null ? null : List.copyOf(transcriptSummaryAttributes);
        checkSummaryAttributes(transcriptSummaryAttributes);
    }

    /** Returns properties with only a title. */
    public static VideoCreation titled(String title) {
        return new VideoCreation(title, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * The properties of a new video that the service fetches itself, and its source.
     *
     * @param source a URL, or the identifier of the video to copy
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sourced(@JsonUnwrapped VideoCreation creation, String source) {}

    /** Returns a copy with this title in place of its own. */
    public VideoCreation withTitle(String other) {
        return new VideoCreation(
                other,
                description,
                isPublic,
                panoramic,
                mp4Support,
                playerId,
                tags,
                metadata,
                clip,
                watermark,
                language,
                transcript,
                transcriptSummary,
                transcriptSummaryAttributes);
    }

    /** Returns a copy with this metadata in place of its own. */
    public VideoCreation withMetadata(List<Metadata> other) {
        return new VideoCreation(
                title,
                description,
                isPublic,
                panoramic,
                mp4Support,
                playerId,
                tags,
                other,
                clip,
                watermark,
                language,
                transcript,
                transcriptSummary,
                transcriptSummaryAttributes);
    }

    static void checkSummaryAttributes(List<String> attributes) {
        if (attributes != null && !SUMMARY_ATTRIBUTES.containsAll(attributes)) {
            throw new IllegalArgumentException(
                    "transcriptSummaryAttributes=" + Repeated.text(String.join(",", attributes)) + ": allowed are "
                            + String.join(", ", SUMMARY_ATTRIBUTES));
        }
    }
}
