// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which request goes where: the table of the service's URLs. */
final class Routes {

    /** @param authorized whether the account's credentials are needed */
    record Route(String method, Pattern path, RequestKind kind, boolean authorized, Function<Call, Reply> action) {}

    /** @param route null if there is none for the method */
    record Match(Route route, List<String> variables) {}

    private static final String ID = "([^/]+)";

    private final List<Route> table;

    Routes(Service service, Delivery delivery) {
        table = List.of(
                open("POST", "/auth/api-key", RequestKind.TOKEN, service::token),
                open("POST", "/auth/refresh", RequestKind.REFRESH, service::refresh),
                route("POST", "/videos", RequestKind.CREATE, service::create),
                route("GET", "/videos", RequestKind.LIST, service::list),
                route("GET", "/videos/" + ID, RequestKind.GET, service::get),
                route("PATCH", "/videos/" + ID, RequestKind.UPDATE, service::update),
                route("DELETE", "/videos/" + ID, RequestKind.DELETE, service::delete),
                route("GET", "/videos/" + ID + "/status", RequestKind.STATUS, service::status),
                route("POST", "/videos/" + ID + "/source", RequestKind.SOURCE, service::source),
                open("POST", "/upload", RequestKind.DELEGATED, service::delegated),
                route("POST", "/upload-tokens", RequestKind.UPLOAD_TOKENS, service::createUploadToken),
                route("GET", "/upload-tokens", RequestKind.UPLOAD_TOKENS, service::listUploadTokens),
                route("GET", "/upload-tokens/" + ID, RequestKind.UPLOAD_TOKENS, service::getUploadToken),
                route("DELETE", "/upload-tokens/" + ID, RequestKind.UPLOAD_TOKENS, service::deleteUploadToken),
                open("GET", "/vod/" + ID, RequestKind.DELIVERY, delivery::player),
                open("GET", "/vod/" + ID + "/mp4/source.mp4", RequestKind.DELIVERY, delivery::mp4),
                open("HEAD", "/vod/" + ID + "/mp4/source.mp4", RequestKind.DELIVERY, delivery::mp4));
    }

    private static Route route(String method, String path, RequestKind kind, Function<Call, Reply> action) {
        return new Route(method, Pattern.compile(path), kind, true, action);
    }

    private static Route open(String method, String path, RequestKind kind, Function<Call, Reply> action) {
        return new Route(method, Pattern.compile(path), kind, false, action);
    }

    Match find(String method, String path) {
        for (Route route : table) {
            Matcher matcher = route.path().matcher(path);
            if (route.method().equals(method) && matcher.matches()) {
                return new Match(route, variables(matcher.toMatchResult()));
            }
        }
        return new Match(unknown(path), List.of());
    }

    private Route unknown(String path) {
        boolean known =
                table.stream().anyMatch(route -> route.path().matcher(path).matches());
        ProblemType type = known ? ProblemType.METHOD_NOT_ALLOWED : ProblemType.UNKNOWN_URL;
        return open("", "", RequestKind.UNKNOWN, call -> {
            throw type.because("", path + (known ? " is not made for this method." : " leads nowhere."));
        });
    }

    private static List<String> variables(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .toList();
    }
}
