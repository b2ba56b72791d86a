// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.call.ApiAnswer;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiRequest.Method;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.call.RequestBody;
import java.util.List;
import java.util.Optional;

/** A request that no other class of this room describes. */
public final class AnyRequest {

    private static final int NOT_FOUND = 404;
    private static final int NO_CONTENT = 204;

    private AnyRequest() {}

    /**
     * The answer to such a request.
     *
     * @param json the text of its body; null if it has none
     */
    public record Answer(int status, String json) {}

    /**
     * Returns the request. Its repetition after a lost answer is safe, or does not happen.
     *
     * @param path with the names of its variables
     * @param body is sent with POST, PUT and PATCH
     */
    public static ApiCall<Answer> of(
            Method method, String path, List<String> variables, List<Parameter> query, Object body) {
        String what = method + " " + path;
        String[] values = variables.toArray(String[]::new);
        RequestBody json = new RequestBody.Json(body);
        return switch (method) {
            case GET -> answered(ApiCall.get(what, path, values).query(query));
            case PUT -> answered(ApiCall.put(what, json, path, values).query(query));
            case PATCH -> answered(ApiCall.patch(what, json, path, values).query(query));
            case DELETE ->
                answered(ApiCall.remove(what, path, values).query(query))
                        .recovering((failure, maybeDone) -> maybeDone && isGone(failure)
                                ? Optional.of(new Answer(NO_CONTENT, null))
                                : Optional.empty());
            case POST ->
                answered(ApiCall.post(what, json, path, values).query(query))
                        .onceInDoubt(
                                "It is not sent again, because a second one may have another result. Find out whether"
                                        + " the first one worked before you send it again");
        };
    }

    // A wrong path is answered with 404, too.
    private static boolean isGone(ApiVideoException failure) {
        return failure.getStatus() == NOT_FOUND
                && failure.getProblem() != null
                && "resource-not-found".equals(failure.getProblem().slug());
    }

    private static ApiCall<Answer> answered(ApiCall<ApiAnswer> call) {
        return call.map(answer -> new Answer(answer.status(), answer.json()));
    }
}
