// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.route;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.store.RateBudget;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

/**
 * One row of the table: a method and path, and the operation behind them.
 *
 * @param budget the rate limit; empty if there is none
 * @param authorized true if the account's credentials are required
 */
public record Route(
        String method,
        UriTemplatePathSpec path,
        RequestKind kind,
        Optional<RateBudget> budget,
        boolean authorized,
        Function<Call, Answer> action) {

    /** A request that changes nothing. */
    static Route read(String path, RequestKind kind, Function<Call, Answer> action) {
        return new Route("GET", new UriTemplatePathSpec(path), kind, Optional.of(RateBudget.READS), true, action);
    }

    /** A request that changes something. */
    static Route write(String method, String path, RequestKind kind, Function<Call, Answer> action) {
        return new Route(method, new UriTemplatePathSpec(path), kind, Optional.of(RateBudget.WRITES), true, action);
    }

    /** A request with a file in a form. */
    static Route upload(String path, RequestKind kind, Function<Call, Answer> action) {
        return new Route("POST", new UriTemplatePathSpec(path), kind, Optional.of(RateBudget.UPLOADS), true, action);
    }

    /** A request of a viewer. */
    static Route delivery(String method, String path, Function<Call, Answer> action) {
        return new Route(method, new UriTemplatePathSpec(path), RequestKind.DELIVERY, Optional.empty(), false, action);
    }

    /** The same route without credentials. */
    Route open() {
        return new Route(method, path, kind, budget, false, action);
    }

    public boolean hasForm() {
        return budget.equals(Optional.of(RateBudget.UPLOADS));
    }

    /** The values of the path's variables, by name; null if the path does not match. */
    Map<String, String> variables(String actual) {
        return path.matches(actual) ? path.getPathParams(actual) : null;
    }
}
