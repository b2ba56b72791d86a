// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.route;

import io.github.camelapivideo.simulator.account.Account;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.handler.DeliveryHandlers;
import io.github.camelapivideo.simulator.handler.DiscardedVideoHandlers;
import io.github.camelapivideo.simulator.handler.LoginHandlers;
import io.github.camelapivideo.simulator.handler.UploadHandlers;
import io.github.camelapivideo.simulator.handler.VideoHandlers;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of the service's URLs. A new operation is one row here and one method of a handler. */
public final class RouteTable {

    /** @param variables the values of the path's variables, by name */
    public record Match(Route route, Map<String, String> variables) {}

    private final List<Route> table;

    public RouteTable(
            LoginHandlers logins,
            VideoHandlers videos,
            DiscardedVideoHandlers discarded,
            UploadHandlers uploads,
            DeliveryHandlers delivery,
            Account account) {
        List<Route> videoRoutes = List.of(
                Route.write("POST", "/auth/api-key", RequestKind.TOKEN, logins::byKey)
                        .open(),
                Route.write("POST", "/auth/refresh", RequestKind.REFRESH, logins::byRefreshToken)
                        .open(),
                Route.write("POST", "/videos", RequestKind.CREATE, videos::create),
                Route.read("/videos", RequestKind.LIST, videos::list),
                Route.read("/videos/{videoId}", RequestKind.GET, videos::get),
                Route.write("PATCH", "/videos/{videoId}", RequestKind.UPDATE, videos::update),
                Route.write("DELETE", "/videos/{videoId}", RequestKind.DELETE, videos::delete),
                Route.read("/videos/{videoId}/status", RequestKind.STATUS, videos::status),
                Route.read("/discarded/videos", RequestKind.DISCARDED, discarded::list),
                Route.read("/discarded/videos/{videoId}", RequestKind.DISCARDED, discarded::get),
                Route.write("PATCH", "/discarded/videos/{videoId}", RequestKind.DISCARDED, discarded::restore),
                Route.upload("/videos/{videoId}/source", RequestKind.SOURCE, uploads::source),
                Route.upload("/upload", RequestKind.DELEGATED, uploads::delegated)
                        .open(),
                Route.delivery("GET", "/vod/{videoId}", delivery::player),
                Route.delivery("HEAD", "/vod/{videoId}", delivery::player),
                Route.delivery("GET", "/vod/{videoId}/mp4/source.mp4", delivery::mp4),
                Route.delivery("HEAD", "/vod/{videoId}/mp4/source.mp4", delivery::mp4),
                Route.delivery("GET", "/vod/{videoId}/thumbnail.jpg", delivery::thumbnail),
                Route.delivery("HEAD", "/vod/{videoId}/thumbnail.jpg", delivery::thumbnail),
                Route.delivery("GET", "/vod/{videoId}/hls/manifest.m3u8", delivery::hls),
                Route.delivery("HEAD", "/vod/{videoId}/hls/manifest.m3u8", delivery::hls));
        table = Stream.concat(videoRoutes.stream(), AccountRoutes.of(account).stream())
                .toList();
    }

    /** The route of a request. A URL or method that the service does not have gets a route that refuses it. */
    public Match find(String method, String path) {
        List<Match> matches = matches(path).toList();
        return matches.stream()
                .filter(match -> match.route().method().equals(method))
                .findFirst()
                .orElseGet(() -> new Match(unknown(!matches.isEmpty()), Map.of()));
    }

    private Stream<Match> matches(String path) {
        return table.stream()
                .flatMap(route ->
                        Optional.ofNullable(route.variables(path))
                                .map(variables -> new Match(route, variables))
                                .stream());
    }

    private static Route unknown(boolean otherMethod) {
        Refusal refusal = otherMethod
                ? ProblemType.METHOD_NOT_ALLOWED.because("", "The URL is not made for this method.")
                : ProblemType.UNKNOWN_URL.because("", "There is no such URL.");
        return Route.read("/{any}", RequestKind.UNKNOWN, call -> {
                    throw refusal;
                })
                .open();
    }
}
