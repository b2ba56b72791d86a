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
 * What all requests to one service have in common.
 *
 * @param contexts makes the context of each request
 * @param wire whether the client was {@linkplain #prepare prepared}, so that credentials come last
 * @param timeouts for how long a request waits
 */
public record HttpWiring(
        HttpClient client,
        URI baseUri,
        Supplier<HttpContext> contexts,
        boolean wire,
        StallDetector stallDetector,
        RequestTimeouts timeouts) {

    /** Makes a client as it has to be: every retry and redirect is ours to decide. */
    public static void prepare(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setRequestExecutor(new WireExecutor());
    }

    /**
     * Tells the guard of a request when it has a connection. Where that is not a {@link WireConnection}, the credentials have
     * to be put into the request here. Thread-safe.
     */
    private static final class WireExecutor extends HttpRequestExecutor {

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                HttpResponseInformationCallback informed,
                HttpContext context)
                throws IOException, HttpException {
            // What a proxy is asked for a tunnel belongs to the connecting.
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
