// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.thread.StallDetector;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * The settings that all requests to one service share. Immutable.
 * @param client sends the requests; its creator closes it
 * @param baseUri the address of the service
 * @param contexts creates the context of each request
 * @param wire true if the client was {@linkplain #prepare prepared}: the connection adds the credentials
 * @param stallDetector detects requests that wait too long
 * @param timeouts the limits of each request
 */
public record HttpWiring(
        HttpClient client,
        URI baseUri,
        Supplier<HttpContext> contexts,
        boolean wire,
        StallDetector stallDetector,
        RequestTimeouts timeouts) {

    /** Configures a client: no retries, redirects and cookies of its own, and credentials are added last. */
    public static void prepare(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setRequestExecutor(new WireExecutor());
    }

    /**
     * Reports the connection of a request to its guard. If it is no {@link WireConnection}, the credentials are added
     * to the request here. Thread-safe.
     */
    private static final class WireExecutor extends HttpRequestExecutor {

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                HttpResponseInformationCallback informed,
                HttpContext context)
                throws IOException, HttpException {
            // A CONNECT request to a proxy is part of connecting.
            if (!Method.CONNECT.isSame(request.getMethod())) {
                StallGuard.of(context).ifPresent(guard -> guard.connected(connection));
            }
            if (!(connection instanceof WireConnection)) {
                WireConnection.reveal(request);
            }
            return super.execute(request, connection, informed, context);
        }
    }
}
