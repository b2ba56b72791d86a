// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.routes;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.SidecarsFailed;
import io.github.camelapivideo.api.ApiVideoException.WaitFailed;
import java.util.Set;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Decides whether a story failed because of the story itself. Otherwise the next poll of the folder tries it again. */
final class Hopeless implements Predicate {

    /** A wrong key, a suspended account and too many requests concern all stories. */
    private static final Set<Integer> OF_THE_ACCOUNT = Set.of(401, 403, 408, 429);

    @Override
    public boolean matches(Exchange exchange) {
        Throwable failure = failure(exchange);
        return failure instanceof WrongStory
                // The component refuses a file, such as captions that are not WebVTT.
                || failure instanceof IllegalArgumentException
                || failure instanceof ApiVideoException refusal && isOfTheStory(refusal);
    }

    static String reason(Exchange exchange) {
        return failure(exchange).getMessage();
    }

    /** Returns why a step failed: a split wraps the failure of its step. */
    private static Throwable failure(Exchange exchange) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return caught instanceof CamelExchangeException ? caught.getCause() : caught;
    }

    private static boolean isOfTheStory(ApiVideoException failure) {
        int status = failure.getStatus();
        boolean refused = status >= 400 && status < 500 && !OF_THE_ACCOUNT.contains(status);
        boolean withoutEnd = failure instanceof WaitFailed && failure.getCause() == null;
        return withoutEnd
                || (refused || failure instanceof SidecarsFailed)
                        && !slug(failure).startsWith("auth");
    }

    private static String slug(ApiVideoException failure) {
        return failure.getProblem() == null ? "" : failure.getProblem().slug();
    }
}
