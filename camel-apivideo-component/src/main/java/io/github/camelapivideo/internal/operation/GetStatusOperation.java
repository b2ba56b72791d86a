// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.container.VideoRequests;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What has arrived of a video, and whether it can be watched. */
final class GetStatusOperation implements OperationHandler {

    private final OperationContext context;

    GetStatusOperation(OperationContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        String videoId = context.options(exchange).existingVideoId();
        return context.engine()
                .call(VideoRequests.status(videoId), context.account(), context.retryPolicy())
                .thenApply(status -> answered -> answer(answered.getMessage(), videoId, status));
    }

    private static void answer(Message message, String videoId, VideoStatus status) {
        message.setBody(status);
        message.setHeader(ApiVideoConstants.VIDEO_ID, videoId);
        message.setHeader(ApiVideoConstants.COMPLETE, status.complete());
        message.setHeader(ApiVideoConstants.PLAYABLE, status.encoding().playable());
        message.setHeader(
                ApiVideoConstants.PARTS_RECEIVED,
                status.ingest().receivedParts().parts().size());
    }
}
