// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/** Ends connections in ways that servers should not. */
final class Wire {

    private Wire() {}

    /** @param reset with a reset, instead of an orderly end */
    static void cut(Request request, boolean reset) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        try {
            if (reset && endPoint.getTransport() instanceof SocketChannel socket) {
                // Closing a socket that does not linger resets it.
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        endPoint.close();
    }
}
