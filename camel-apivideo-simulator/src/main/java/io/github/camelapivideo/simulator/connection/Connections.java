// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;

/** Ends connections in ways that a good server does not. */
public final class Connections {

    private Connections() {}

    /** The client sees a reset, whatever it is doing. */
    public static void reset(Request request) {
        EndPoint endPoint = endPoint(request);
        if (endPoint.getTransport() instanceof SocketChannel socket) {
            try {
                // Closing a socket that does not linger resets it.
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                // The client has closed it first.
            }
        }
        endPoint.close();
    }

    /** The client sees an orderly end. */
    public static void close(Request request) {
        EndPoint endPoint = endPoint(request);
        endPoint.shutdownOutput();
        // Closing with bytes unread would be a reset.
        try (InputStream body = Content.Source.asInputStream(request)) {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The client has closed it first.
        }
        endPoint.close();
    }

    /** Sets the length of the body, if these bytes are all of it and nothing was sent before. */
    public static void declareLength(Response response, boolean last, ByteBuffer bytes) {
        if (last && !response.isCommitted() && BufferUtil.hasContent(bytes)) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.remaining());
        }
    }

    /** The connection of a request, as Jetty sees it. */
    public static EndPoint endPoint(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }
}
