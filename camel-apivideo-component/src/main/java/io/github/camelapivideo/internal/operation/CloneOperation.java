// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.input.CreationReading;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.Inputs;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** Creates a copy of a video. A copy without a title gets that of the original. Thread-safe. */
final class CloneOperation implements OperationHandler {

    private final OperationContext context;

    CloneOperation(OperationContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        ExchangeValues values = context.values(exchange);
        String original = values.required(Inputs.VIDEO_ID);
        VideoCreation said = CreationReading.asSaid(values);
        CompletableFuture<VideoCreation> wanted = said.title() != null
                ? CompletableFuture.completedFuture(said)
                : context.call(VideoRequests.get(original))
                        .thenApply(video -> said.withTitle(CreationReading.titleOr(video.title())));
        return wanted.thenCompose(creation -> context.call(VideoRequests.copy(creation, original)))
                .thenApply(Reply::created);
    }
}
