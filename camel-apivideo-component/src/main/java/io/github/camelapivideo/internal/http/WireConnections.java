// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;

/**
 * A pool of connections that do not log credentials. It reports each connect to the guard of the request. Thread-safe.
 */
public final class WireConnections extends PoolingHttpClientConnectionManager {

    private WireConnections(Lookup<TlsSocketStrategy> tls, TimeValue timeToLive) {
        super(
                new Operator(tls),
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                timeToLive,
                WireConnections::connection);
    }

    /**
     * Returns a pool.
     *
     * @param tls turns a plain socket into one with TLS
     * @param timeToLive the longest life of a connection
     */
    public static WireConnections of(TlsSocketStrategy tls, TimeValue timeToLive) {
        return new WireConnections(
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, tls)
                        .build(),
                timeToLive);
    }

    /** Returns a pool that uses the older socket interface of the HTTP client. */
    @SuppressWarnings("deprecation")
    public static WireConnections of(
            Lookup<org.apache.hc.client5.http.socket.ConnectionSocketFactory> sockets, TimeValue timeToLive) {
        return new WireConnections(scheme -> layered(sockets.lookup(scheme)), timeToLive);
    }

    @SuppressWarnings("deprecation")
    private static TlsSocketStrategy layered(org.apache.hc.client5.http.socket.ConnectionSocketFactory sockets) {
        return sockets instanceof org.apache.hc.client5.http.socket.LayeredConnectionSocketFactory layers
                ? (socket, target, port, attachment, context) ->
                        (SSLSocket) layers.createLayeredSocket(socket, target, port, attachment, context)
                : null;
    }

    private static WireConnection connection(Socket socket) throws IOException {
        WireConnection connection = new WireConnection();
        if (socket != null) {
            connection.bind(socket);
        }
        return connection;
    }

    private static final class Operator extends DefaultHttpClientConnectionOperator {

        Operator(Lookup<TlsSocketStrategy> tls) {
            super(null, null, tls);
        }

        @Override
        protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
            StallGuard.of(context).ifPresent(StallGuard::connecting);
        }
    }
}
