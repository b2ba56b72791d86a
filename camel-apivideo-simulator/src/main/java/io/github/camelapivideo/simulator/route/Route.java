// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.route;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.intake.QueryRules;
import io.github.camelapivideo.simulator.store.RateBudget;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

/**
 * One row of the table: a method and path, and the operation behind them.
 *
 * @param budgets the rate limits that a request counts against
 * @param authorized true if the account's credentials are required
 * @param hasForm true if the body is a form with a file
 * @param query the query that it accepts
 */
public record Route(
        String method,
        UriTemplatePathSpec path,
        RequestKind kind,
        List<RateBudget> budgets,
        boolean authorized,
        boolean hasForm,
        QueryRules query,
        Function<Call, Answer> action) {

    private static Route of(
            String method,
            String path,
            RequestKind kind,
            List<RateBudget> budgets,
            QueryRules query,
            Function<Call, Answer> action) {
        return new Route(
                method,
                new UriTemplatePathSpec(path),
                kind,
                budgets,
                true,
                budgets.contains(RateBudget.UPLOADS),
                query,
                action);
    }

    /** A request that changes nothing. */
    static Route read(String path, RequestKind kind, Function<Call, Answer> action) {
        return of("GET", path, kind, List.of(RateBudget.READS), QueryRules.of(), action);
    }

    /** A list in pages. It checks the names of its filters itself. */
    static Route list(String path, RequestKind kind, Function<Call, Answer> action) {
        return of("GET", path, kind, List.of(RateBudget.READS), QueryRules.page(), action);
    }

    /** Figures without pages. The operation checks its query itself. */
    static Route figures(String path, Function<Call, Answer> action) {
        return of("GET", path, RequestKind.ANALYTICS, List.of(RateBudget.READS), QueryRules.any(), action);
    }

    /** A request that changes something. */
    static Route write(String method, String path, RequestKind kind, Function<Call, Answer> action) {
        return of(method, path, kind, List.of(RateBudget.WRITES), QueryRules.of(), action);
    }

    /** A video in a form, or a part of one. */
    static Route upload(String path, RequestKind kind, Function<Call, Answer> action, String... parameters) {
        return of("POST", path, kind, List.of(RateBudget.UPLOADS), QueryRules.of(parameters), action);
    }

    /** A small file in a form. No document says which of the two limits it counts against, so it counts against both. */
    static Route form(String path, RequestKind kind, Function<Call, Answer> action) {
        return of("POST", path, kind, List.of(RateBudget.WRITES, RateBudget.UPLOADS), QueryRules.of(), action);
    }

    /** A request of a viewer. */
    static Route delivery(String method, String path, Function<Call, Answer> action) {
        return of(method, path, RequestKind.DELIVERY, List.of(), QueryRules.any(), action)
                .open();
    }

    /** A URL or method that the service does not have. */
    static Route refusing(Function<Call, Answer> action) {
        return of("GET", "/{any}", RequestKind.UNKNOWN, List.of(RateBudget.READS), QueryRules.any(), action)
                .open();
    }

    /** The same route without credentials. */
    Route open() {
        return new Route(method, path, kind, budgets, false, hasForm, query, action);
    }

    /** True if the file in the form is a video or a part of one. */
    public boolean uploadsVideo() {
        return budgets.equals(List.of(RateBudget.UPLOADS));
    }

    /** The values of the path's variables, by name; null if the path does not match. */
    Map<String, String> variables(String actual) {
        return path.matches(actual) ? path.getPathParams(actual) : null;
    }
}
