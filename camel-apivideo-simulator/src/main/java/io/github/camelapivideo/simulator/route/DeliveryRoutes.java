// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.route;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.asset.ThumbnailHandlers;
import io.github.camelapivideo.simulator.asset.TrackHandlers;
import io.github.camelapivideo.simulator.asset.Viewers;
import io.github.camelapivideo.simulator.handler.DeliveryHandlers;
import io.github.camelapivideo.simulator.intake.Call;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The URLs that viewers open. */
public final class DeliveryRoutes {

    private DeliveryRoutes() {}

    public static List<Route> of(
            DeliveryHandlers delivery,
            Viewers viewers,
            ThumbnailHandlers thumbnails,
            TrackHandlers captions,
            TrackHandlers chapters) {
        return Stream.of(
                        both("/vod/{videoId}", delivery::player),
                        files("/vod/{videoId}", delivery, thumbnails),
                        files("/vod/{videoId}/token/{token}", delivery, thumbnails),
                        List.of(Route.delivery("GET", "/vod/{videoId}/token/{token}/session", viewers::session)),
                        both("/vod/{videoId}/captions/{file}", captions::deliver),
                        both("/vod/{videoId}/chapters/{file}", chapters::deliver))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> files(String path, DeliveryHandlers delivery, ThumbnailHandlers thumbnails) {
        return Stream.of(
                        both(path + "/mp4/source.mp4", delivery::mp4),
                        both(path + "/thumbnail.jpg", thumbnails::deliver),
                        both(path + "/hls/manifest.m3u8", delivery::hls))
                .flatMap(List::stream)
                .toList();
    }

    static List<Route> both(String path, Function<Call, Answer> action) {
        return List.of(Route.delivery("GET", path, action), Route.delivery("HEAD", path, action));
    }
}
