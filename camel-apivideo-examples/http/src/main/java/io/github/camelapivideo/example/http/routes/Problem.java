// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.routes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.camelapivideo.api.ApiVideoException;
import java.util.concurrent.CancellationException;
import org.apache.camel.util.ObjectHelper;

/**
 * The failure of a request, as clients receive it ({@code application/problem+json}).
 *
 * @param reason the error code of api.video; empty if another cause made the request fail
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(int status, String title, String detail, String reason) {

    /** The service has the file, and could make no video of it. */
    static final Problem NOT_ENCODABLE =
            new Problem(422, "api.video cannot play this file", "It could not be encoded", null);

    static Problem of(Throwable failure) {
        if (failure instanceof RefusedRequest refused) {
            return refused.problem();
        }
        if (ObjectHelper.getException(BrokenRequest.class, failure) != null) {
            return new Problem(400, "The request broke off", "Send the whole video again", null);
        }
        if (ObjectHelper.getException(CancellationException.class, failure) != null) {
            return new Problem(503, "The upload was cancelled", "Send the whole video again", null);
        }
        if (failure instanceof ApiVideoException refusal) {
            return of(refusal);
        }
        return failure instanceof IllegalArgumentException
                ? ofInput(failure.getMessage())
                : new Problem(500, "Something went wrong here", failure.getMessage(), null);
    }

    private static Problem ofInput(String message) {
        // So begin the refusals of contentCheck.
        return String.valueOf(message).startsWith("The body begins like ")
                ? new Problem(400, "This is no video", "Send a file that players can play, such as MP4 or MOV", null)
                : new Problem(400, "This cannot be uploaded", message, null);
    }

    private static Problem of(ApiVideoException failure) {
        String reason = failure.getProblem() == null ? "" : failure.getProblem().slug();
        String detail = failure.getProblem() == null
                ? failure.getMessage()
                : failure.getProblem().detail();
        int status = failure.getStatus();
        if (status == 401 || status == 403 || reason.startsWith("auth")) {
            return new Problem(502, "api.video refuses our account", null, reason);
        }
        return status >= 400 && status < 429
                ? new Problem(422, "api.video refuses this video", detail, reason)
                : new Problem(503, "api.video cannot be reached now", detail, reason);
    }
}
