// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.route;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.asset.ThumbnailHandlers;
import io.github.camelapivideo.simulator.asset.TrackHandlers;
import io.github.camelapivideo.simulator.asset.WatermarkHandlers;
import java.util.List;
import java.util.stream.Stream;

/** The URLs of captions, chapters, thumbnails and watermarks. */
public final class AssetRoutes {

    private AssetRoutes() {}

    public static List<Route> of(
            ThumbnailHandlers thumbnails,
            TrackHandlers captions,
            TrackHandlers chapters,
            WatermarkHandlers watermarks) {
        return Stream.of(
                        thumbnails(thumbnails),
                        tracks("/videos/{videoId}/captions", RequestKind.CAPTIONS, captions),
                        // Chapters have no attribute that could be changed.
                        List.of(Route.write(
                                "PATCH",
                                "/videos/{videoId}/captions/{language}",
                                RequestKind.CAPTIONS,
                                captions::update)),
                        tracks("/videos/{videoId}/chapters", RequestKind.CHAPTERS, chapters),
                        watermarks(watermarks))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> thumbnails(ThumbnailHandlers thumbnails) {
        String path = "/videos/{videoId}/thumbnail";
        return List.of(
                Route.form(path, RequestKind.THUMBNAIL, thumbnails::upload),
                Route.write("PATCH", path, RequestKind.THUMBNAIL, thumbnails::pick));
    }

    private static List<Route> tracks(String path, RequestKind kind, TrackHandlers tracks) {
        String one = path + "/{language}";
        return List.of(
                Route.list(path, kind, tracks::list),
                Route.read(one, kind, tracks::get),
                Route.form(one, kind, tracks::upload),
                Route.write("DELETE", one, kind, tracks::delete));
    }

    private static List<Route> watermarks(WatermarkHandlers watermarks) {
        return List.of(
                Route.list("/watermarks", RequestKind.WATERMARKS, watermarks::list),
                Route.form("/watermarks", RequestKind.WATERMARKS, watermarks::upload),
                Route.write("DELETE", "/watermarks/{watermarkId}", RequestKind.WATERMARKS, watermarks::delete));
    }
}
