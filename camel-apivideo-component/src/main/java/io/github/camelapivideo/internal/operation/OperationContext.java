// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.client.ApiVideoClients;
import io.github.camelapivideo.internal.engine.UploadEngine;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.UploadSettings;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.waiting.WaitPlan;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.camel.Exchange;

/** The settings, the engine and the account of an endpoint, for its operation. Thread-safe. */
public final class OperationContext {

    private final String endpointUri;
    private final UploadSettings settings;
    private final Supplier<UploadEngine> engines;
    private final Supplier<AccountGateway> gateways;
    private final Supplier<ApiVideoClients.Use> uses;
    private volatile Life life;

    /** The engine and the account between one start and stop of the component. */
    private record Life(UploadEngine engine, AccountGateway account) {}

    /**
     * @param endpointUri without secrets
     * @param engines returns the engine of the component that runs now
     * @param gateways returns the account as that component sees it
     * @param uses begins to use its client
     */
    public OperationContext(
            String endpointUri,
            UploadSettings settings,
            Supplier<UploadEngine> engines,
            Supplier<AccountGateway> gateways,
            Supplier<ApiVideoClients.Use> uses) {
        this.endpointUri = endpointUri;
        this.settings = settings;
        this.engines = engines;
        this.gateways = gateways;
        this.uses = uses;
        this.life = new Life(engines.get(), gateways.get());
    }

    /** True if requests are made as an account; false if there is an upload token, or no API key. */
    boolean hasAccount() {
        return settings.uploadToken() == null && account().isAccount();
    }

    String endpointUri() {
        return endpointUri;
    }

    UploadEngine engine() {
        return life().engine();
    }

    AccountGateway account() {
        return life().account();
    }

    // A component may stop and start again while a route keeps its producer.
    private Life life() {
        Life latest = life;
        UploadEngine engine = engines.get();
        if (latest.engine() != engine) {
            latest = new Life(engine, gateways.get());
            life = latest;
        }
        return latest;
    }

    UploadSettings settings() {
        return settings;
    }

    /** Returns the values of the inputs for an exchange. */
    public ExchangeValues values(Exchange exchange) {
        return new ExchangeValues(exchange, settings);
    }

    RetryPolicy retryPolicy() {
        return settings.retryPolicy();
    }

    /** Waits until a video has reached the goal of the plan. */
    CompletableFuture<VideoStatus> await(String videoId, WaitPlan plan) {
        Life now = life();
        return now.engine().await(videoId, plan, now.account(), retryPolicy());
    }

    /** Returns true if an upload of this component sends bytes into the video now. */
    public boolean isFilling(String videoId) {
        return engine().isFilling(videoId);
    }

    /** Carries out a request until it succeeds or its failure is final. */
    public <T> CompletableFuture<T> call(ApiCall<T> call) {
        Life now = life();
        return now.engine().call(call, now.account(), retryPolicy());
    }

    /**
     * Does the same until it is cancelled.
     *
     * @param until ends the request, or the wait for its turn, at once
     */
    public <T> CompletableFuture<T> call(ApiCall<T> call, Cancellation until) {
        Life now = life();
        return now.engine().call(call, now.account(), retryPolicy(), until);
    }

    /** Does the same after the producer may have stopped: its client may be closed then, so another is used. */
    <T> CompletableFuture<T> callLater(ApiCall<T> call) {
        try (ApiVideoClients.Use use = uses.get()) {
            return use.during(() -> engines.get().call(call, gateways.get(), retryPolicy()));
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
