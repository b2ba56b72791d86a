// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.request.DiscardedVideoRequests;
import java.util.function.Function;

/** The moments in the life of a video at which a route can get it. */
enum Emit {
    /** The video, or the empty container of one, exists. */
    created("/videos", "createdAt", Video::createdAt),
    /** The video is public for the first time. The service changes {@code publishedAt} with nothing but the creation. */
    published("/videos", "updatedAt", Video::updatedAt) {
        @Override
        boolean wants(Video video) {
            return Boolean.TRUE.equals(video.isPublic());
        }
    },
    /** One quality of the video can be played. */
    playable("/videos", "createdAt", Video::createdAt),
    /** The video was deleted and can be restored. */
    discarded("/discarded/videos", "createdAt", Video::discardedAt) {
        @Override
        String key(Video video) {
            String again = video.discardedAt() == null ? "" : "|" + video.discardedAt();
            return super.key(video) + again;
        }

        @Override
        ApiCall<Video> get(String videoId) {
            return DiscardedVideoRequests.get(videoId);
        }
    },
    /** An upload has left the container incomplete for long. */
    abandoned("/videos", "createdAt", Video::createdAt) {
        // A container that was changed may be abandoned once more.
        @Override
        String key(Video video) {
            return super.key(video) + (video.updatedAt() == null ? "" : "|" + video.updatedAt());
        }
    };

    private final String path;
    private final String order;
    private final Function<Video, String> time;

    Emit(String path, String order, Function<Video, String> time) {
        this.path = path;
        this.order = order;
        this.time = time;
    }

    /** Returns the path of the list. */
    String path() {
        return path;
    }

    /** Returns the word by which the list is sorted. */
    String order() {
        return order;
    }

    /** Returns the time of the moment as the service writes it; null if it does not tell it. */
    String time(Video video) {
        return time.apply(video);
    }

    /** Returns true if the video has reached the moment, as far as its description tells. */
    boolean wants(Video video) {
        return true;
    }

    /** Returns what tells the moment apart from others, also of the same video. */
    String key(Video video) {
        return name() + "|" + video.videoId();
    }

    /** Returns the request that describes a video. */
    ApiCall<Video> get(String videoId) {
        return VideoRequests.get(videoId);
    }

    /** Returns true if the list cannot be sorted by the moment: all of its pages are read each time. */
    boolean isUnsorted() {
        return this == discarded;
    }

    /** Returns true if a later change of the video may look like the moment: all videos have to be known before. */
    boolean mayRecur() {
        return this == published;
    }
}
