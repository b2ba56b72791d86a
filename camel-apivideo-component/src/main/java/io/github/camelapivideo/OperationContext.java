// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.upload.Remote;
import io.github.camelapivideo.internal.upload.RetryPolicy;
import io.github.camelapivideo.internal.upload.UploadEngine;
import org.apache.camel.Exchange;

/** What every operation of an endpoint works with. Thread-safe. */
record OperationContext(UploadEngine engine, Remote remote, UploadSettings settings) {

    static OperationContext of(ApiVideoEndpoint endpoint) {
        ApiVideoComponent component = endpoint.getComponent();
        return new OperationContext(
                component.engine(),
                component.client(endpoint.getConfiguration()).remote(),
                UploadSettings.of(endpoint.getConfiguration()));
    }

    /**
     * The same for an operation that an upload token does not open.
     *
     * @throws IllegalArgumentException if there is no API key
     */
    static OperationContext ofAccount(ApiVideoEndpoint endpoint) {
        OperationContext context = of(endpoint);
        if (context.settings.uploadToken() != null || context.remote.videos().isEmpty()) {
            throw new IllegalArgumentException("apivideo:" + endpoint.getOperation()
                    + " needs an apiKey, and is not possible with uploadToken, which only opens upload");
        }
        return context;
    }

    ExchangeOptions options(Exchange exchange) {
        return new ExchangeOptions(exchange, settings);
    }

    RetryPolicy retryPolicy() {
        return settings.retryPolicy();
    }
}
