// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.text.Secret;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The content of one request to the service. Immutable.
 *
 * @param what the request in words, for the beginning of a sentence in messages
 * @param path the path as the service documents it, like {@code /videos/{videoId}/status}
 * @param variables the values of the variables in the path, in their order
 * @param query the parameters of the URL
 * @param budget the rate limit of the service that the request counts against
 * @param delegated true if an upload token in the URL opens the route; false if the account's credentials are used
 * @param urlSecret the credential in the URL; null if there is none
 * @param container the container in the request, which the service may not know yet; null if it names none
 */
public record ApiRequest(
        String what,
        Method method,
        String path,
        List<String> variables,
        List<Parameter> query,
        RequestBody body,
        Budget budget,
        boolean delegated,
        UrlSecret urlSecret,
        String container) {

    /**
     * A credential in the URL. It is added where the request is written to the connection, and nowhere above.
     *
     * @param parameter the name of the parameter that has it; null if it is the last segment of the path
     */
    public record UrlSecret(String parameter, Secret value) {}

    /** One parameter of the URL; several may have the same name. */
    public record Parameter(String name, String value) {}

    /** The methods of the service. */
    public enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE
    }

    static ApiRequest of(
            String what, Method method, RequestBody body, Budget budget, String path, String... variables) {
        return new ApiRequest(what, method, path, List.of(variables), List.of(), body, budget, false, null, null);
    }

    /** Returns the segments of the path with the values of the variables, not encoded. */
    public List<String> segments() {
        Iterator<String> values = variables.iterator();
        return Arrays.stream(path.substring(1).split("/"))
                .map(segment -> segment.startsWith("{") ? values.next() : segment)
                .toList();
    }

    /** Returns the same request with another body. */
    public ApiRequest with(RequestBody other) {
        return new ApiRequest(what, method, path, variables, query, other, budget, delegated, urlSecret, container);
    }

    ApiRequest withQuery(List<Parameter> parameters) {
        return new ApiRequest(
                what, method, path, variables, List.copyOf(parameters), body, budget, delegated, urlSecret, container);
    }

    ApiRequest countingAs(Budget other) {
        return new ApiRequest(what, method, path, variables, query, body, other, delegated, urlSecret, container);
    }

    ApiRequest delegatedBy(Secret token) {
        UrlSecret inQuery = new UrlSecret("token", token);
        return new ApiRequest(what, method, path, variables, query, body, budget, true, inQuery, container);
    }

    ApiRequest withUrlSecret(UrlSecret secret) {
        return new ApiRequest(what, method, path, variables, query, body, budget, delegated, secret, container);
    }

    ApiRequest naming(String videoId) {
        return new ApiRequest(what, method, path, variables, query, body, budget, delegated, urlSecret, videoId);
    }
}
