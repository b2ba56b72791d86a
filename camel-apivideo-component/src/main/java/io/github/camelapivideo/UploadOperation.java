// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.upload.PartSource;
import io.github.camelapivideo.internal.upload.UploadRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** The body becomes a video. */
final class UploadOperation implements OperationHandler {

    private final ApiVideoComponent component;
    private final ApiVideoClient client;
    private final UploadSettings settings;

    UploadOperation(ApiVideoEndpoint endpoint) {
        this.component = endpoint.getComponent();
        this.client = component.client(endpoint.getConfiguration());
        this.settings = UploadSettings.of(endpoint.getConfiguration());
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) throws IOException {
        UploadRequest request = new ExchangeOptions(exchange, settings).uploadRequest();
        PartSource source = BodySources.open(exchange);
        return component
                .engine()
                .upload(request, source, client.remote(), settings.retryPolicy())
                .thenApply(result -> ReplyMapper.of(result)::into);
    }
}
