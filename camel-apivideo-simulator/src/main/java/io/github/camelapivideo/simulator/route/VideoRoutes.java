// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.route;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.handler.DiscardedVideoHandlers;
import io.github.camelapivideo.simulator.handler.UploadHandlers;
import io.github.camelapivideo.simulator.handler.VideoHandlers;
import java.util.List;

/** The URLs of videos and of what belongs to them. */
public final class VideoRoutes {

    private VideoRoutes() {}

    public static List<Route> of(VideoHandlers videos, DiscardedVideoHandlers discarded, UploadHandlers uploads) {
        return List.of(
                Route.write("POST", "/videos", RequestKind.CREATE, videos::create),
                Route.list("/videos", RequestKind.LIST, videos::list),
                Route.read("/videos/{videoId}", RequestKind.GET, videos::get),
                Route.write("PATCH", "/videos/{videoId}", RequestKind.UPDATE, videos::update),
                Route.write("DELETE", "/videos/{videoId}", RequestKind.DELETE, videos::delete),
                Route.read("/videos/{videoId}/status", RequestKind.STATUS, videos::status),
                Route.list("/discarded/videos", RequestKind.DISCARDED, discarded::list),
                Route.read("/discarded/videos/{videoId}", RequestKind.DISCARDED, discarded::get),
                Route.write("PATCH", "/discarded/videos/{videoId}", RequestKind.DISCARDED, discarded::restore),
                Route.upload("/videos/{videoId}/source", RequestKind.SOURCE, uploads::source),
                Route.upload("/upload", RequestKind.DELEGATED, uploads::delegated, "token")
                        .open());
    }
}
