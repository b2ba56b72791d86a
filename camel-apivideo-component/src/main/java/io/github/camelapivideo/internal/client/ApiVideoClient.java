// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.call.Credentials;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.http.AccountCredentials;
import io.github.camelapivideo.internal.http.HttpTransport;
import io.github.camelapivideo.internal.http.HttpWiring;
import io.github.camelapivideo.internal.thread.StallDetector;
import java.io.Closeable;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Endpoint;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpActivityListener;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.component.http.LoggingHttpActivityListener;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.IOHelper;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires camel-http's HTTP client to the engine's ports, for one account. Thread-safe; closed by the component. */
public final class ApiVideoClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiVideoClient.class);

    private final Closeable http;
    private final AccountGateway gateway;
    private final KeptAnswer answer;
    private final Runnable givingBack;

    private ApiVideoClient(Closeable http, AccountGateway gateway, KeptAnswer answer, Runnable givingBack) {
        this.http = http;
        this.gateway = gateway;
        this.answer = answer;
        this.givingBack = givingBack;
    }

    /**
     * @param connections the largest number of connections, unless the settings have another
     * @param accounts the state that all clients of an account share
     */
    public static ApiVideoClient open(
            CamelContext context,
            ClientSettings settings,
            int connections,
            SharedAccounts accounts,
            StallDetector stallDetector) {
        Account account = settings.account();
        SharedAccounts.SharedAccount shared = accounts.take(account);
        boolean opened = false;
        try {
            WireHttpComponent http = WireHttpComponent.like(account.baseUri().getScheme(), context);
            HttpEndpoint endpoint = endpoint(http, settings, connections);
            boolean clientIsOurs = !settings.http().containsKey("httpClient");
            if (!clientIsOurs || !http.isWireOf(endpoint)) {
                LOG.warn(
                        "The HTTP client has a connection manager that is not the component's: what it logs at DEBUG and"
                                + " below may show credentials");
            }
            HttpTransport transport = new HttpTransport(new HttpWiring(
                    endpoint.getHttpClient(),
                    account.baseUri(),
                    () -> httpContext(endpoint, account),
                    clientIsOurs,
                    stallDetector,
                    settings.timeouts().patience(endpoint)));
            // A builder of the user may build other clients, which would lose their connections when this client
            // closes.
            endpoint.getClientBuilder().setConnectionManager(null).setConnectionManagerShared(false);
            opened = true;
            return new ApiVideoClient(
                    clientIsOurs ? (Closeable) endpoint.getHttpClient() : () -> {},
                    gateway(transport, account, shared),
                    shared.answer(),
                    () -> accounts.give(account));
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (Exception e) {
            throw new RuntimeCamelException("The HTTP client cannot be made: " + e.getMessage(), e);
        } finally {
            if (!opened) {
                accounts.give(account);
            }
        }
    }

    private static HttpEndpoint endpoint(WireHttpComponent http, ClientSettings settings, int connections)
            throws Exception {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("connectionsPerRoute", connections);
        parameters.put("maxTotalConnections", connections);
        // With more threads than connections, such as virtual ones, waiting for a connection is not a failure.
        parameters.put("connectionRequestTimeout", Timeout.ZERO_MILLISECONDS);
        parameters.putAll(settings.timeouts().options(http, settings.http()));
        HttpEndpoint endpoint =
                (HttpEndpoint) http.createEndpoint(settings.account().baseUri().toString(), parameters);
        // camel-http turns unknown options into query parameters.
        if (endpoint.getHttpUri().getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "http." + endpoint.getHttpUri().getRawQuery().replaceAll("=.*", "")
                            + ": camel-http has no such endpoint option");
        }
        HttpWiring.prepare(endpoint.getClientBuilder());
        // A connection manager of the user may be in use elsewhere.
        endpoint.getClientBuilder().setConnectionManagerShared(!http.isWireOf(endpoint));
        maskActivity(endpoint);
        ServiceHelper.startService(endpoint);
        return endpoint;
    }

    private static void maskActivity(HttpEndpoint endpoint) {
        HttpActivityListener listener = endpoint.getHttpActivityListener();
        if (listener == null && endpoint.isLogHttpActivity()) {
            listener = new LoggingHttpActivityListener();
        }
        if (listener != null) {
            CamelContextAware.trySetCamelContext(listener, endpoint.getCamelContext());
            ServiceHelper.startService(listener);
            endpoint.setHttpActivityListener(new MaskedActivity(listener));
        }
    }

    private static HttpContext httpContext(Endpoint endpoint, Account account) {
        HttpClientContext context = HttpClientContext.create();
        // camel-http's own activity listener looks for these.
        context.setAttribute("org.apache.camel.Exchange", new DefaultExchange(endpoint.getCamelContext()));
        context.setAttribute("org.apache.hc.core5.http.HttpHost", HttpHost.create(account.baseUri()));
        return context;
    }

    private static AccountGateway gateway(
            HttpTransport transport, Account account, SharedAccounts.SharedAccount shared) {
        if (account.apiKey() == null) {
            // Upload tokens can be of any account: limits that one was told do not hold for the others.
            return new AccountGateway(account.environment(), transport, RequestGate.FREE, null);
        }
        Credentials credentials =
                switch (account.authentication()) {
                    case basic -> AccountCredentials.basic(account.apiKey());
                    case bearer -> AccountCredentials.bearer(shared.tokens(), transport);
                };
        return new AccountGateway(account.environment(), transport, shared, credentials);
    }

    /** Returns the service as the account reaches it. */
    public AccountGateway gateway() {
        return gateway;
    }

    /** Returns the account's latest answer to health checks, which all clients of the account share. */
    public KeptAnswer answer() {
        return answer;
    }

    // Endpoint and component of camel-http are not stopped: they would stop objects of the user that may be in use
    // elsewhere.
    @Override
    public void close() {
        IOHelper.close(http);
        givingBack.run();
    }
}
