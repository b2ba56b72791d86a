// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.internal.container.VideoRequests;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** An empty container, to be filled part by part. The body stays: it may be what the parts are cut from. */
final class CreateVideoOperation implements OperationHandler {

    private final OperationContext context;

    CreateVideoOperation(OperationContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        return context.engine()
                .call(
                        VideoRequests.create(context.options(exchange).creation()),
                        context.account(),
                        context.retryPolicy())
                .thenApply(video -> ReplyMapper.of(video).withoutBody()::into);
    }
}
