// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A pooled connection that logs neither headers nor bytes, because credentials are among them, and that puts them into
 * the request at the last moment: the token of a delegated upload belongs into the URL, which others log.
 */
final class WireConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    static final String UPLOAD_TOKEN = "Upload-Token";

    private final AtomicBoolean closed = new AtomicBoolean();
    private Timeout socketTimeout;

    WireConnection() {
        super(null);
    }

    @Override
    public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
        for (Header header : request.getHeaders()) {
            if (header instanceof SecretHeader secret) {
                request.removeHeader(header);
                reveal(request, secret);
            }
        }
        super.sendRequestHeader(request);
    }

    private static void reveal(ClassicHttpRequest request, SecretHeader secret) {
        if (secret.getName().equals(UPLOAD_TOKEN)) {
            String token = URLEncoder.encode(secret.revealed(), StandardCharsets.UTF_8);
            request.setPath(request.getPath() + "?token=" + token);
        } else {
            request.addHeader(new BasicHeader(secret.getName(), secret.revealed()));
        }
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bindOpen(new SocketHolder(socket), socket);
    }

    @Override
    public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
        bindOpen(new SocketHolder(sslSocket, socket), sslSocket);
    }

    private void bindOpen(SocketHolder holder, Socket socket) throws IOException {
        // The connection may have been closed while the socket was still connecting.
        if (closed.get()) {
            socket.close();
            throw new InterruptedIOException("The connection was closed already");
        }
        bind(holder);
        socketTimeout = Timeout.ofMilliseconds(socket.getSoTimeout());
    }

    @Override
    public Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public SSLSession getSSLSession() {
        return getSocket() instanceof SSLSocket socket ? socket.getSession() : null;
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        super.setSocketTimeout(timeout);
        socketTimeout = timeout;
    }

    @Override
    public void passivate() {
        super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
    }

    @Override
    public void activate() {
        super.setSocketTimeout(socketTimeout);
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            super.close();
        }
    }

    @Override
    public void close(CloseMode mode) {
        if (closed.compareAndSet(false, true)) {
            super.close(mode);
        }
    }
}
