// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The properties of a new container. The header {@code CamelApiVideoCreation} takes an instance. Immutable. Every
 * property may be null: the service then uses its default; a missing title becomes the file name.
 *
 * <p>The constructor checks the values that the service is known to refuse. It throws an {@link
 * IllegalArgumentException}
 * that names the property, its value and the allowed values.
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

    /** Returns a builder without any property. */
    public static Builder builder() {
        return new Builder();
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

    private static void checkSummaryAttributes(List<String> attributes) {
        if (attributes != null && !SUMMARY_ATTRIBUTES.containsAll(attributes)) {
            throw new IllegalArgumentException(
                    "transcriptSummaryAttributes=" + Repeated.text(String.join(",", attributes)) + ": allowed are "
                            + String.join(", ", SUMMARY_ATTRIBUTES));
        }
    }

    /** Collects the properties of a container. For one thread. */
    public static final class Builder {
        private String title;
        private String description;
        private Boolean isPublic;
        private Boolean panoramic;
        private Boolean mp4Support;
        private String playerId;
        private List<String> tags;
        private List<Metadata> metadata;
        private Clip clip;
        private Watermark watermark;
        private String language;
        private Boolean transcript;
        private Boolean transcriptSummary;
        private List<String> transcriptSummaryAttributes;

        private Builder() {}

        public Builder title(String value) {
            title = value;
            return this;
        }

        public Builder description(String value) {
            description = value;
            return this;
        }

        public Builder isPublic(Boolean value) {
            isPublic = value;
            return this;
        }

        public Builder panoramic(Boolean value) {
            panoramic = value;
            return this;
        }

        public Builder mp4Support(Boolean value) {
            mp4Support = value;
            return this;
        }

        public Builder playerId(String value) {
            playerId = value;
            return this;
        }

        public Builder tags(List<String> value) {
            tags = value;
            return this;
        }

        public Builder metadata(List<Metadata> value) {
            metadata = value;
            return this;
        }

        public Builder clip(Clip value) {
            clip = value;
            return this;
        }

        public Builder watermark(Watermark value) {
            watermark = value;
            return this;
        }

        public Builder language(String value) {
            language = value;
            return this;
        }

        public Builder transcript(Boolean value) {
            transcript = value;
            return this;
        }

        public Builder transcriptSummary(Boolean value) {
            transcriptSummary = value;
            return this;
        }

        public Builder transcriptSummaryAttributes(List<String> value) {
            transcriptSummaryAttributes = value;
            return this;
        }

        /**
         * Returns the collected properties.
         *
         * @throws IllegalArgumentException if a property has a value that the service does not allow
         */
        public VideoCreation build() {
            return new VideoCreation(
                    title,
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
    }
}
