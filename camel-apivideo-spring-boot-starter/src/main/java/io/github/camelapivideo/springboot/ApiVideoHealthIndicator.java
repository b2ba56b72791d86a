// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.api.ApiVideoException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.CamelContext;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/**
 * Whether the account that the component is configured with answers: one read of it for each question, not tried again.
 * It belongs into readiness, not into liveness: a restart would not help. Thread-safe.
 */
final class ApiVideoHealthIndicator extends AbstractHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CamelContext camel;

    ApiVideoHealthIndicator(CamelContext camel) {
        super("The account could not be asked");
        this.camel = camel;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        try {
            camel.getComponent("apivideo", ApiVideoComponent.class)
                    .askAccount()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            health.up();
        } catch (TimeoutException e) {
            health.down().withDetail("reason", "The account has not answered for " + PATIENCE.toSeconds() + " s");
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
        health.down(failure);
        if (failure instanceof ApiVideoException refusal && refusal.getStatus() != 0) {
            health.withDetail("status", refusal.getStatus());
        }
    }
}
