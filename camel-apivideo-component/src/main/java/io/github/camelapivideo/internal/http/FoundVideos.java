// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoPage;
import io.github.camelapivideo.internal.call.OddAnswerException;
import java.util.List;

/** The service's answer to a search. */
record FoundVideos(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        List<Video> data,

        Pagination pagination) {

    static final int PAGE_SIZE = 100;

    // For a service that does not say how many pages there are, and always has another.
    private static final int MOST_PAGES = 1000;

    /** How many pages there are; null if the answer does not say. */
    record Pagination(Integer pagesTotal) {}

    VideoPage page(Metadata entry, int number) throws OddAnswerException {
        for (Video video : data) {
            HttpVideoApi.checked(video);
        }
        // Whether the service compares whole values, it does not say.
        List<Video> exact =
                data.stream().filter(video -> video.metadata().contains(entry)).toList();
        return new VideoPage(exact, isLast(number));
    }

    private boolean isLast(int number) {
        boolean told = pagination != null && pagination.pagesTotal() != null && pagination.pagesTotal() > 0;
        int last = told ? pagination.pagesTotal() : data.size() < PAGE_SIZE ? number : MOST_PAGES;
        return data.isEmpty() || number >= last;
    }
}
