// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.api.ApiVideoException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/**
 * Tells whether the account that the component is configured with answers, within 2 s. It shares its answer with Camel's
 * health checks of the account. It belongs into readiness, not into liveness: a restart would not help. Thread-safe.
 */
final class ApiVideoHealthIndicator extends AbstractHealthIndicator {

    private final CamelContext camel;

    ApiVideoHealthIndicator(CamelContext camel) {
        super("The account could not be asked");
        this.camel = camel;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        try {
            camel.getComponent("apivideo", ApiVideoComponent.class).askAccount().get();
            health.up();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            health.unknown();
        } catch (ExecutionException e) {
            failed(health, e.getCause());
        }
    }

    private static void failed(Health.Builder health, Throwable failure) {
        if (failure instanceof IllegalStateException) {
            health.unknown().withDetail("reason", failure.getMessage());
            return;
        }
        if (failure instanceof TimeoutException) {
            health.down().withDetail("reason", failure.getMessage());
            return;
        }
        health.down(failure);
        if (failure instanceof ApiVideoException refusal && refusal.getStatus() != 0) {
            health.withDetail("status", refusal.getStatus());
        }
    }
}
