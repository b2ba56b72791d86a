// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoPage;
import java.util.List;

/** The service's answer to a search. */
record FoundVideos(List<Video> data, Pagination pagination) {

    /** How many pages there are. */
    record Pagination(int pagesTotal) {}

    VideoPage page(Metadata entry, int number) {
        List<Video> found = data == null ? List.of() : data;
        boolean last = found.isEmpty() || pagination == null || number >= pagination.pagesTotal();
        // Whether the service compares whole values, it does not say.
        List<Video> exact =
                found.stream().filter(video -> video.metadata().contains(entry)).toList();
        return new VideoPage(exact, last);
    }
}
