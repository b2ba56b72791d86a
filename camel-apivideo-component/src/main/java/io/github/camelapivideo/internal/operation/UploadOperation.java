// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.internal.body.BodySources;
import io.github.camelapivideo.internal.body.LargeBodyWarning;
import io.github.camelapivideo.internal.body.VideoBody;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.upload.UploadEngine;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** The body becomes a video. */
final class UploadOperation implements OperationHandler {

    private final OperationContext context;
    private final LargeBodyWarning warning;

    UploadOperation(OperationContext context) {
        this.context = context;
        warning = new LargeBodyWarning(context.endpointUri());
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) throws IOException {
        UploadRequest request = context.options(exchange).uploadRequest();
        Object body = VideoBody.certain(exchange).content();
        context.settings().contentCheck().checkBody(body);
        warning.check(body);
        UploadEngine engine = context.engine();
        AccountGateway account = context.account();
        PartSource source = context.settings()
                .checked(BodySources.open(exchange, context.settings().lengthCheck()));
        return engine.upload(request, source, account, context.retryPolicy())
                .thenApply(result -> ReplyMapper.of(result)::into);
    }
}
