// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.internal.container.VideoRequests;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** A video goes, with all that has arrived of it. One that is gone already is no error. */
final class DeleteVideoOperation implements OperationHandler {

    private final OperationContext context;

    DeleteVideoOperation(OperationContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        String videoId = context.options(exchange).existingVideoId();
        return context.engine()
                .call(VideoRequests.delete(videoId), context.account(), context.retryPolicy())
                .thenApply(deleted -> answered -> answered.getMessage().removeHeader(ApiVideoConstants.VIDEO_ID));
    }
}
