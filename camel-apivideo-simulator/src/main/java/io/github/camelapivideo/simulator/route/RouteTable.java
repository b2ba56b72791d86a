// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.route;

import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of the service's URLs. A new operation is one row in it and one method of a handler. */
public final class RouteTable {

    /** @param variables the values of the path's variables, by name */
    public record Match(Route route, Map<String, String> variables) {}

    private final List<Route> table;

    @SafeVarargs
    @SuppressWarnings("varargs")
    public RouteTable(List<Route>... tables) {
        table = Arrays.stream(tables).flatMap(List::stream).toList();
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
        return Route.refusing(call -> {
            throw refusal;
        });
    }
}
