// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultAsyncProducer;

/** Gives an exchange to the operation's handler and goes on with the route when the answer is there. Thread-safe. */
final class ApiVideoProducer extends DefaultAsyncProducer {

    private final ApiVideoEndpoint endpoint;
    private OperationHandler handler;
    private ApiVideoHealthCheck healthCheck;

    ApiVideoProducer(ApiVideoEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        handler = endpoint.operation().handler(endpoint);
        registerHealthCheck();
    }

    @Override
    protected void doStop() throws Exception {
        if (healthCheck != null) {
            healthChecks().ifPresent(registry -> registry.removeHealthCheck(healthCheck));
            healthCheck = null;
        }
        super.doStop();
    }

    private void registerHealthCheck() {
        Optional<ApiVideoHealthCheck> possible = endpoint.healthCheck();
        possible.ifPresent(check -> healthChecks().ifPresent(registry -> {
            check.setEnabled(endpoint.getComponent().isHealthCheckProducerEnabled());
            registry.addHealthCheck(check);
            healthCheck = check;
        }));
    }

    private Optional<WritableHealthCheckRepository> healthChecks() {
        return Optional.ofNullable(HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class));
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            Executor replies = endpoint.getComponent().replies();
            handler.handle(exchange)
                    .whenCompleteAsync((reply, error) -> finish(exchange, reply, error, callback), replies);
            return false;
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private static void finish(
            Exchange exchange, OperationHandler.Reply reply, Throwable error, AsyncCallback callback) {
        try {
            if (error != null) {
                exchange.setException(error instanceof CompletionException ? error.getCause() : error);
            } else {
                reply.into(exchange);
            }
        } catch (RuntimeException e) {
            exchange.setException(e);
        } finally {
            callback.done(false);
        }
    }
}
