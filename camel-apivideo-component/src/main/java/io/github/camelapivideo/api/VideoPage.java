// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import java.util.List;

/**
 * A page of a list of videos. Immutable.
 *
 * @param last whether no page follows
 */
public record VideoPage(List<Video> videos, boolean last) {

    public VideoPage {
        videos = List.copyOf(videos);
    }
}
