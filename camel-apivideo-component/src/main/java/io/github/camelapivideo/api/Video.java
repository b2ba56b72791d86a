// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * A video as the service describes it; the body of an exchange after an upload.
 *
 * <p>Immutable. Camel converts it to a JSON {@code String}, an {@code InputStream} of that JSON, and a {@code Map}.
 * Properties that the service adds over time are ignored. Times are text as the service writes them (ATOM, UTC).
 *
 * <pre>{@code
 * Video video = template.requestBody("apivideo:upload", new File("film.mp4"), Video.class);
 * String page = video.assets().player();
 * }</pre>
 *
 * @param videoId the identifier of the video; never null
 * @param title the title
 * @param description the description
 * @param isPublic true if the video needs no private token to watch; {@code public} in JSON
 * @param panoramic true for a 360-degree video
 * @param mp4Support true if the service also offers the video as MP4
 * @param playerId the identifier of the player that shows the video
 * @param tags the tags; never null
 * @param metadata the metadata entries; never null
 * @param language an IETF language tag; the service detects it if it was not set
 * @param languageOrigin {@code api} if the language was set, {@code auto} if the service detected it
 * @param createdAt the time of the creation
 * @param updatedAt the time of the last change
 * @param publishedAt the time of the publication
 * @param discarded true if the video is in the service's list of discarded videos
 * @param discardedAt the time at which the video was discarded
 * @param deletesAt the time at which the service deletes the discarded video
 * @param source the place of the uploaded bytes
 * @param assets the URLs of the player and of the files; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Video(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String videoId,

        String title,
        String description,
        @JsonProperty("public") Boolean isPublic,
        Boolean panoramic,
        Boolean mp4Support,
        String playerId,
        List<String> tags,
        List<Metadata> metadata,
        String language,
        String languageOrigin,
        String createdAt,
        String updatedAt,
        String publishedAt,
        Boolean discarded,
        String discardedAt,
        String deletesAt,
        Source source,
        Assets assets)
        implements ApiValue {

    public Video {
        tags = tags == null ? List.of() : List.copyOf(tags);
        metadata = metadata == null ? List.of() : List.copyOf(metadata);
        assets = assets == null ? Assets.NONE : assets;
    }

    /** Returns a video that has only its identifier. */
    public static Video of(String videoId) {
        return new Video(
                videoId, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }

    /** Hides the assets: those of a private video open it. */
    @Override
    public String toString() {
        return "Video[videoId=" + videoId + ", title=" + title + ", description=" + description + ", public=" + isPublic
                + ", panoramic=" + panoramic + ", mp4Support=" + mp4Support + ", playerId=" + playerId + ", tags="
                + tags
                + ", metadata=" + metadata + ", language=" + language + ", languageOrigin=" + languageOrigin
                + ", createdAt=" + createdAt + ", updatedAt=" + updatedAt + ", publishedAt=" + publishedAt
                + ", discarded=" + discarded + ", discardedAt=" + discardedAt + ", deletesAt=" + deletesAt + "]";
    }

    /** The place where the service keeps the uploaded bytes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Source(String type, String uri) {}

    /**
     * The URLs at which a video can be watched.
     *
     * @param iframe the HTML that embeds the player
     * @param player the URL of the player page
     * @param hls the URL of the HLS manifest
     * @param thumbnail the URL of the poster image
     * @param mp4 the URL of the MP4 file; null if {@code mp4Support} is off
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Assets(String iframe, String player, String hls, String thumbnail, String mp4) {
        static final Assets NONE = new Assets(null, null, null, null, null);
    }
}
