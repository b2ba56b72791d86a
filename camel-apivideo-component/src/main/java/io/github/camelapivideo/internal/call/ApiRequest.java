// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.text.Secret;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The content of one request to the service. Immutable.
 *
 * @param what the request in words, for the beginning of a sentence in messages
 * @param path the path as the service documents it, like {@code /videos/{videoId}/status}
 * @param variables the values of the variables in the path, in their order
 * @param query the parameters of the URL
 * @param budget the rate limit of the service that the request counts against
 * @param uploadToken opens the delegated route; null if the account's credentials are used
 * @param container the container in the request, which the service may not know yet; null if it names none
 */
public record ApiRequest(
        String what,
        Method method,
        String path,
        List<String> variables,
        Map<String, String> query,
        RequestBody body,
        Budget budget,
        Secret uploadToken,
        String container) {

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
        return new ApiRequest(what, method, path, List.of(variables), Map.of(), body, budget, null, null);
    }

    /** Returns the segments of the path with the values of the variables, not encoded. */
    public List<String> segments() {
        Iterator<String> values = variables.iterator();
        return Arrays.stream(path.substring(1).split("/"))
                .map(segment -> segment.startsWith("{") ? values.next() : segment)
                .toList();
    }

    ApiRequest withQuery(Map<String, String> parameters) {
        return new ApiRequest(
                what, method, path, variables, Map.copyOf(parameters), body, budget, uploadToken, container);
    }

    ApiRequest countingAs(Budget other) {
        return new ApiRequest(what, method, path, variables, query, body, other, uploadToken, container);
    }

    ApiRequest withUploadToken(Secret token) {
        return new ApiRequest(what, method, path, variables, query, body, budget, token, container);
    }

    ApiRequest naming(String videoId) {
        return new ApiRequest(what, method, path, variables, query, body, budget, uploadToken, videoId);
    }
}
