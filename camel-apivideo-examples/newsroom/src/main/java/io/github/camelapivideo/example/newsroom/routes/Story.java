// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.routes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * What an editor writes about a story: {@code story.json}.
 *
 * @param title the title; never blank
 * @param tags the tags; never null
 * @param expires the time at which the story is retracted, with an offset; null if it stays
 * @param source the URL from which the service fetches the video, {@code import} in JSON; null if the video is in the
 *     folder
 */
public record Story(
        String title,
        List<String> tags,
        String expires,
        @JsonProperty("import") URI source) {

    public Story {
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("title is missing");
        }
        tags = tags == null ? List.of() : tags.stream().filter(Objects::nonNull).toList();
        if (expires != null) {
            expires = time(expires).toString();
        }
    }

    boolean isExpired(Instant now) {
        return expires != null && !now.isBefore(Instant.parse(expires));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expires must be a time such as 2030-12-31T18:00:00+01:00", e);
        }
    }
}
