// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Tells the guard of a request when it has a connection. Where that is not a {@link WireConnection}, the credentials have
 * to be put into the request here. Thread-safe.
 */
final class WireExecutor extends HttpRequestExecutor {

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
