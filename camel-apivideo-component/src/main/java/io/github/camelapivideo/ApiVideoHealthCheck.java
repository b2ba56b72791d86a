// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.ApiVideoException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Checks that the account answers, with one read that is not retried. A check of readiness, not of liveness. */
final class ApiVideoHealthCheck extends AbstractHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI baseUri;
    private final Supplier<CompletableFuture<Void>> asking;

    /** @param asking pings the account; see {@link ApiVideoComponent#ask} */
    ApiVideoHealthCheck(String id, URI baseUri, Supplier<CompletableFuture<Void>> asking) {
        super("camel", id);
        this.baseUri = baseUri;
        this.asking = asking;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("service", baseUri.toString());
        try {
            asking.get().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            builder.up();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            builder.unknown();
        } catch (TimeoutException e) {
            builder.down().message("The account has not answered for " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            failed(builder, e.getCause());
        }
    }

    private static void failed(HealthCheckResultBuilder builder, Throwable failure) {
        if (failure instanceof IllegalStateException) {
            builder.unknown().message(failure.getMessage());
            return;
        }
        builder.down().message(failure.getMessage()).error(failure);
        if (failure instanceof ApiVideoException refusal && refusal.getStatus() != 0) {
            builder.detail(SERVICE_STATUS_CODE, refusal.getStatus());
        }
    }
}
