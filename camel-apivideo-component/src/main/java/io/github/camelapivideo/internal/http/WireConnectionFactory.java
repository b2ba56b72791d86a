// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import java.io.IOException;
import java.net.Socket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.io.HttpConnectionFactory;

/** Makes the connections that keep credentials to themselves. Thread-safe. */
public final class WireConnectionFactory implements HttpConnectionFactory<ManagedHttpClientConnection> {

    @Override
    public ManagedHttpClientConnection createConnection(Socket socket) throws IOException {
        WireConnection connection = new WireConnection();
        if (socket != null) {
            connection.bind(socket);
        }
        return connection;
    }
}
