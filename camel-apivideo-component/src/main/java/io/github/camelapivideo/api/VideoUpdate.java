// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Changes of a video that exists. The header {@code CamelApiVideoUpdate} takes an instance. Immutable. A property that is
 * null stays as it is.
 *
 * <p>The constructor checks the values that the service is known to refuse. It throws an
 * {@link IllegalArgumentException} that names the property, the value and the allowed values.
 *
 * <pre>{@code
 * from("jms:changes")
 *     .unmarshal().json(VideoUpdate.class)
 *     .setHeader("CamelApiVideoUpdate", body())
 *     .to("apivideo:updateVideo");
 * }</pre>
 *
 * @param title the title
 * @param description the description
 * @param isPublic true if the video needs no private token to watch; {@code public} in JSON
 * @param panoramic true for a 360-degree video
 * @param mp4Support true if the service also offers the video as MP4
 * @param playerId the identifier of the player that shows the video
 * @param removePlayer true if the video shall be shown by the account's default player; null otherwise
 * @param tags the tags; an empty list removes all
 * @param metadata the metadata entries; an empty list removes all
 * @param language the spoken language as an IETF language tag
 * @param transcript true if the service writes a transcript
 * @param transcriptSummary true if the service writes a summary
 * @param transcriptSummaryAttributes the contents of the summary: {@code abstract}, {@code takeaways} or both
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VideoUpdate(
        String title,
        String description,
        @JsonProperty("public") Boolean isPublic,
        Boolean panoramic,
        Boolean mp4Support,
        String playerId,
        Boolean removePlayer,
        List<String> tags,
        List<Metadata> metadata,
        String language,
        Boolean transcript,
        Boolean transcriptSummary,
        List<String> transcriptSummaryAttributes) {

    private static final VideoUpdate NOTHING =
            new VideoUpdate(null, null, null, null, null, null, null, null, null, null, null, null, null);

    public VideoUpdate {
        Languages.check(language);
        removePlayer = Boolean.TRUE.equals(removePlayer) ? Boolean.TRUE : null;
        if (removePlayer != null && playerId != null) {
            throw new IllegalArgumentException("removePlayer=true: not possible with playerId="
                    + Repeated.text(playerId) + "; allowed is one of them");
        }
        if (playerId != null && playerId.isBlank()) {
            throw new IllegalArgumentException("playerId=" + Repeated.text(playerId)
                    + ": allowed is the identifier of a player; removePlayer=true removes it");
        }
        tags = tags == null ? null : List.copyOf(tags);
        metadata = metadata == null ? null : List.copyOf(metadata);
        transcriptSummaryAttributes =
                transcriptSummaryAttributes == null ? null : List.copyOf(transcriptSummaryAttributes);
        VideoCreation.checkSummaryAttributes(transcriptSummaryAttributes);
    }

    /** Returns true if every property stays as it is. */
    public boolean changesNothing() {
        return equals(NOTHING);
    }

    /** Returns a copy that removes the player. */
    public VideoUpdate withoutPlayer() {
        return new VideoUpdate(
                title,
                description,
                isPublic,
                panoramic,
                mp4Support,
                null,
                true,
                tags,
                metadata,
                language,
                transcript,
                transcriptSummary,
                transcriptSummaryAttributes);
    }

    /** Returns a copy with these tags and metadata in place of its own. */
    public VideoUpdate with(List<String> otherTags, List<Metadata> otherMetadata) {
        return new VideoUpdate(
                title,
                description,
                isPublic,
                panoramic,
                mp4Support,
                playerId,
                removePlayer,
                otherTags,
                otherMetadata,
                language,
                transcript,
                transcriptSummary,
                transcriptSummaryAttributes);
    }

    /** Returns a copy that asks for no summary. */
    public VideoUpdate withoutSummary() {
        return new VideoUpdate(
                title,
                description,
                isPublic,
                panoramic,
                mp4Support,
                playerId,
                removePlayer,
                tags,
                metadata,
                language,
                transcript,
                null,
                null);
    }
}
