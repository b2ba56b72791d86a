// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.ApiVideoException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Tells whether the account answers an endpoint. A check of readiness, not of liveness: a restart would not help.
 *
 * <p>It waits at most 2 s, together with all other checks of the account, and then is {@code DOWN}, with the time that
 * the question has been open. Kubernetes takes a late probe for a failed one, and by default removes a pod from its
 * services after three failures in a row: one slow answer, which the next probe finds, removes none. Thread-safe.
 */
final class ApiVideoHealthCheck extends AbstractHealthCheck {

    private final Supplier<Map<String, Object>> details;
    private final Supplier<CompletableFuture<Void>> asking;

    /**
     * @param details without secrets
     * @param asking completes soon: with success if healthy, with an {@link IllegalStateException} if that is unknown
     */
    ApiVideoHealthCheck(String id, Supplier<Map<String, Object>> details, Supplier<CompletableFuture<Void>> asking) {
        super("camel", id);
        this.details = details;
        this.asking = asking;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.details(details.get());
        try {
            asking.get().get();
            builder.up();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            builder.unknown();
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
