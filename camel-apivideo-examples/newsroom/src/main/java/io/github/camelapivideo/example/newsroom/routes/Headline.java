// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the page and the subscribers of the broker learn of a story.
 *
 * @param languages the languages of its captions
 * @param expires the time at which it is retracted; null if it stays
 * @param videoId the video; null before it is published, as the URLs are
 * @param problem why it was refused; null if it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Headline(
        String slug,
        String title,
        State state,
        List<String> languages,
        String expires,
        String videoId,
        String player,
        String video,
        String picture,
        String problem) {

    /** How far a story has come. */
    public enum State {
        @JsonProperty("in work")
        IN_WORK,
        @JsonProperty("published")
        PUBLISHED,
        @JsonProperty("refused")
        REFUSED
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    static Headline inWork(String slug, Story story) {
        return new Headline(
                slug, story.title(), State.IN_WORK, List.of(), story.expires(), null, null, null, null, null);
    }

    static Headline refused(String slug, String problem) {
        return new Headline(slug, slug, State.REFUSED, List.of(), null, null, null, null, null, problem);
    }

    /** Reads the headline from the video and its metadata. */
    static Headline published(Video video) {
        Map<String, String> metadata =
                video.metadata().stream().collect(Collectors.toMap(Metadata::key, Metadata::value, (a, b) -> a));
        return new Headline(
                metadata.get("slug"),
                video.title(),
                State.PUBLISHED,
                metadata.containsKey("languages")
                        ? List.of(metadata.get("languages").split(","))
                        : List.of(),
                metadata.get("expires"),
                video.videoId(),
                video.assets().player(),
                video.assets().mp4(),
                video.assets().thumbnail(),
                null);
    }

    String toJson() throws JsonProcessingException {
        return JSON.writeValueAsString(this);
    }

    static String toJson(Collection<Headline> headlines) throws JsonProcessingException {
        return JSON.writeValueAsString(headlines);
    }

    boolean isPublished() {
        return state == State.PUBLISHED;
    }

    boolean isDue(Instant now) {
        return isPublished() && expires != null && !now.isBefore(Instant.parse(expires));
    }
}
