// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * One page of a list of videos, as the service returns it. Immutable.
 *
 * @param videos the videos in the order of the list; never null
 * @param pagination the number of pages; null if the service does not say it
 */
public record VideoPage(
        @JsonProperty(value = "data", required = true) @JsonSetter(nulls = Nulls.FAIL)
        List<Video> videos,

        Pagination pagination) {

    public VideoPage {
        videos = List.copyOf(videos);
    }

    /**
     * The pages of the list.
     *
     * @param pagesTotal the number of pages; null if the service does not say it
     */
    public record Pagination(Integer pagesTotal) {}
}
