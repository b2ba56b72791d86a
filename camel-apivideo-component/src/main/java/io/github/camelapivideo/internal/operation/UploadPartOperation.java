// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.internal.body.BodySources;
import io.github.camelapivideo.internal.body.VideoBody;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.upload.PartRequest;
import io.github.camelapivideo.internal.upload.UploadEngine;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** The body is one part of a video, and is sent unless the service has it. */
final class UploadPartOperation implements OperationHandler {

    private final OperationContext context;

    UploadPartOperation(OperationContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) throws IOException {
        ExchangeOptions options = context.options(exchange).withPlannedPart();
        PartRequest request = options.partRequest();
        context.settings().contentCheck().checkBody(VideoBody.certain(exchange).content());
        UploadEngine engine = context.engine();
        AccountGateway account = context.account();
        PartSource source = context.settings()
                .checked(BodySources.open(
                        exchange, options.range(), context.settings().lengthCheck()));
        return engine.sendPart(request, source, account, context.retryPolicy())
                .thenApply(video -> ReplyMapper.of(video)::into);
    }
}
