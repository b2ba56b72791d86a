// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * A page of a list of videos, as the service answers it. Immutable.
 *
 * @param videos in the order of the list
 * @param pagination null if the answer does not say how many pages there are
 */
public record VideoPage(
        @JsonProperty(value = "data", required = true) @JsonSetter(nulls = Nulls.FAIL)
        List<Video> videos,

        Pagination pagination) {

    public VideoPage {
        videos = List.copyOf(videos);
    }

    /** @param pagesTotal how many pages there are; null if the answer does not say */
    public record Pagination(Integer pagesTotal) {}
}
