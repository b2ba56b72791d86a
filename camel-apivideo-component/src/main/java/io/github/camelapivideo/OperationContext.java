// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.container.AccountGateway;
import io.github.camelapivideo.internal.upload.UploadEngine;
import org.apache.camel.Exchange;

/** What every operation of an endpoint works with. Thread-safe. */
final class OperationContext {

    private final ApiVideoEndpoint endpoint;
    private final UploadSettings settings;
    private volatile Life life;

    /** What a component works with from its start until it stops. */
    private record Life(UploadEngine engine, AccountGateway remote) {}

    private OperationContext(ApiVideoEndpoint endpoint) {
        this.endpoint = endpoint;
        this.settings = UploadSettings.of(endpoint.getConfiguration());
        this.life = live(endpoint.getComponent().engine());
    }

    static OperationContext of(ApiVideoEndpoint endpoint) {
        return new OperationContext(endpoint);
    }

    /**
     * The same for an operation that an upload token does not open.
     *
     * @throws IllegalArgumentException if there is no API key
     */
    static OperationContext ofAccount(ApiVideoEndpoint endpoint) {
        OperationContext context = of(endpoint);
        if (context.settings.uploadToken() != null || context.remote().videos().isEmpty()) {
            throw new IllegalArgumentException("apivideo:" + endpoint.getOperation()
                    + " needs an apiKey, and is not possible with uploadToken, which only opens upload");
        }
        return context;
    }

    UploadEngine engine() {
        return life().engine();
    }

    AccountGateway remote() {
        return life().remote();
    }

    // A component may be stopped and started again under a route that goes on.
    private Life life() {
        Life latest = life;
        UploadEngine engine = endpoint.getComponent().engine();
        if (latest.engine() != engine) {
            latest = live(engine);
            life = latest;
        }
        return latest;
    }

    private Life live(UploadEngine engine) {
        return new Life(
                engine,
                endpoint.getComponent().client(endpoint.getConfiguration()).remote());
    }

    UploadSettings settings() {
        return settings;
    }

    ExchangeOptions options(Exchange exchange) {
        return new ExchangeOptions(exchange, settings);
    }

    RetryPolicy retryPolicy() {
        return settings.retryPolicy();
    }
}
