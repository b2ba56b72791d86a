// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.client.ApiVideoClients;
import io.github.camelapivideo.internal.client.ClientSettings;
import io.github.camelapivideo.internal.operation.OperationHandler;
import io.github.camelapivideo.internal.operation.Reply;
import io.github.camelapivideo.internal.thread.Failures;
import io.github.camelapivideo.internal.thread.Surroundings;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.util.URISupport;

/** Gives an exchange to the operation's handler and continues the route after the answer. Thread-safe. */
final class ApiVideoProducer extends DefaultAsyncProducer {

    private final ApiVideoEndpoint endpoint;
    private OperationHandler handler;
    private ApiVideoClients.Use use;
    private ApiVideoHealthCheck healthCheck;

    // Null if no header is read
    private final String headerReader;

    ApiVideoProducer(ApiVideoEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.headerReader = endpoint.getConfiguration().isAllowHeaderOverrides()
                ? URISupport.sanitizeUri(endpoint.getEndpointUri())
                : null;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        use = endpoint.getComponent()
                .clients()
                .use(ClientSettings.of(new ConfiguredOptions(endpoint.getConfiguration())));
        try {
            handler = endpoint.operation().handler(endpoint.context());
        } catch (RuntimeException e) {
            use.close();
            use = null;
            throw e;
        }
        registerHealthCheck();
    }

    @Override
    protected void doStop() throws Exception {
        if (healthCheck != null) {
            healthChecks().ifPresent(registry -> registry.removeHealthCheck(healthCheck));
            healthCheck = null;
        }
        if (use != null) {
            use.close();
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
        Surroundings surroundings = Surroundings.ofThisThread();
        try {
            checkHeaders(exchange);
            use.during(() -> handler.handle(exchange))
                    .whenComplete((reply, error) ->
                            continueRoute(surroundings.around(() -> finish(exchange, reply, error, callback))));
            return false;
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }

    private void checkHeaders(Exchange exchange) {
        if (headerReader != null && exchange.getMessage().hasHeaders()) {
            endpoint.getComponent().headerNames().check(exchange.getMessage().getHeaders(), headerReader);
        }
    }

    private void continueRoute(Runnable end) {
        try {
            endpoint.getComponent().replies().execute(end);
        } catch (RejectedExecutionException e) {
            // The component has stopped: the exchange ends on this thread.
            end.run();
        }
    }

    private static void finish(Exchange exchange, Reply reply, Throwable error, AsyncCallback callback) {
        try {
            if (error != null) {
                exchange.setException(Failures.cause(error));
            } else {
                reply.into(exchange);
            }
        } catch (RuntimeException | Error e) {
            exchange.setException(e);
        } finally {
            callback.done(false);
        }
    }
}
