// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import static io.github.camelapivideo.internal.operation.Row.Group.requests;

import io.github.camelapivideo.internal.call.ApiRequest.Method;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.RequestReading;
import io.github.camelapivideo.internal.option.Choice;
import io.github.camelapivideo.internal.option.Options;
import io.github.camelapivideo.internal.request.AnyRequest;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** Sends a request that no other operation sends. Method and path are the endpoint's own. */
final class RequestOperation implements OperationHandler {

    static final Row REQUEST = Row.of(requests, RequestOperation::new)
            .reading(RequestReading.METHOD, RequestReading.PATH, RequestReading.QUERY);

    private final OperationContext context;
    private final Method method;
    private final RequestReading.Path path;

    private RequestOperation(OperationContext context) {
        this.context = context;
        Options options = context.settings().options();
        this.method = Choice.of(Method.class, "method", options.text("method"));
        this.path = new RequestReading.Path(options.filled("path"));
        if (path.hasVariables() && !options.flag("allowHeaderOverrides")) {
            throw new IllegalArgumentException(
                    "path=" + path.text() + ": has variables, whose values are headers of the"
                            + " message; not possible with allowHeaderOverrides=false");
        }
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        ExchangeValues values = context.values(exchange);
        Object body = method == Method.GET || method == Method.DELETE ? null : RequestReading.body(values);
        return context.call(
                        AnyRequest.of(method, path.text(), path.variables(values), RequestReading.query(values), body))
                .thenApply(answer -> Reply.any(answer.status(), answer.json()));
    }
}
