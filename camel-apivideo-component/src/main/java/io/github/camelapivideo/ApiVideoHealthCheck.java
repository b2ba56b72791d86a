// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.upload.Remote;
import io.github.camelapivideo.internal.upload.UploadEngine;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Whether the account answers: one read, not tried again. Readiness only; it says nothing of being alive. */
final class ApiVideoHealthCheck extends AbstractHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI baseUri;
    private final UploadEngine engine;
    private final Remote remote;

    ApiVideoHealthCheck(String id, URI baseUri, UploadEngine engine, Remote remote) {
        super("camel", id);
        this.baseUri = baseUri;
        this.engine = engine;
        this.remote = remote;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("service", baseUri.toString());
        CompletableFuture<Void> answer = engine.ask(remote);
        try {
            answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            builder.up();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            builder.unknown();
        } catch (TimeoutException e) {
            builder.down().message("The account has not answered for " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            down(builder, e.getCause());
        }
    }

    private static void down(HealthCheckResultBuilder builder, Throwable failure) {
        builder.down().message(failure.getMessage()).error(failure);
        if (failure instanceof ApiVideoException refusal && refusal.getStatus() != 0) {
            builder.detail(SERVICE_STATUS_CODE, refusal.getStatus());
        }
    }
}
