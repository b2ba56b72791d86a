// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.call.ApiRequest.UrlSecret;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.text.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.ResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A pooled connection that logs neither headers nor bytes, because they contain credentials. It adds the credentials at
 * the last moment: an upload token or a stream key belongs into the URL, which other classes log.
 *
 * <p>It reads an answer that comes before the end of the request's body, and is then not used again. For one thread at
 * a time, but {@link #stopSendingIfAnswered} and {@code close} for any; the pool closes it.
 */
final class WireConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    private static final String URL_SECRET = "Url-Secret";

    // A peer that closes the connection during the body may have sent its answer before.
    private static final Timeout FINAL_ANSWER_WAIT = Timeout.ofMilliseconds(100);

    private final AtomicBoolean closed = new AtomicBoolean();
    private Timeout socketTimeout;

    // Used only by the thread of the request
    private ClassicHttpResponse early;
    private boolean answeredEarly;

    WireConnection() {
        super(null, null, null, null, null, EarlyAnswers.INSTANCE, null, null);
    }

    @Override
    public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
        reveal(request);
        super.sendRequestHeader(request);
    }

    /** Replaces the placeholders in the request with the credentials. */
    static void reveal(ClassicHttpRequest request) {
        for (Header header : request.getHeaders()) {
            if (header instanceof SecretHeader secret) {
                request.removeHeader(header);
                reveal(request, secret);
            }
        }
    }

    private static void reveal(ClassicHttpRequest request, SecretHeader secret) {
        if (secret.getName().equals(URL_SECRET)) {
            request.setPath(request.getPath() + secret.revealed());
        } else {
            request.addHeader(new BasicHeader(secret.getName(), secret.revealed()));
        }
    }

    /** Returns a placeholder for a credential at the end of this URL. */
    static SecretHeader atEnd(URI uri, UrlSecret secret) {
        // URLEncoder encodes for forms; a path has no + for a space.
        String value = URLEncoder.encode(secret.value().value(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        String end = secret.parameter() == null
                ? "/" + value
                : (uri.getRawQuery() == null ? "?" : "&") + secret.parameter() + "=" + value;
        return new SecretHeader(URL_SECRET, new Secret(end));
    }

    @Override
    public void sendRequestEntity(ClassicHttpRequest request) throws HttpException, IOException {
        try {
            super.sendRequestEntity(request);
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            if (!answeredEarly && !hasFinalAnswer()) {
                throw e;
            }
        }
        if (answeredEarly && early.getCode() < HttpStatus.SC_REDIRECTION) {
            // A success before the end of the body cannot be the answer to this request.
            throw new IOException("the answer " + early.getCode() + " came before the end of the request");
        }
    }

    /** Returns true if the answer has come, so that the rest of the body need not be written. */
    boolean isAnsweredEarly() throws IOException {
        // Over TLS not all arriving bytes belong to an answer, so a check of the socket, which does not block, comes
        // first.
        return hasArrivals() && isDataAvailable(Timeout.ONE_MILLISECOND) && receiveEarly();
    }

    private boolean hasArrivals() throws IOException {
        return ensureOpen().getBaseSocket().getInputStream().available() > 0;
    }

    private boolean receiveEarly() throws IOException {
        try {
            ClassicHttpResponse head = super.receiveResponseHeader();
            if (head.getCode() < HttpStatus.SC_SUCCESS) {
                return false;
            }
            early = head;
            answeredEarly = true;
            return true;
        } catch (HttpException e) {
            throw new IOException("the bytes that came before the end of the request are no answer", e);
        }
    }

    private boolean hasFinalAnswer() {
        try {
            while (isDataAvailable(FINAL_ANSWER_WAIT)) {
                if (receiveEarly()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Ends the blocked writing of the body if the answer has come, so that the thread of the request reads it. For any
     * thread.
     *
     * @return true if bytes have arrived
     */
    boolean stopSendingIfAnswered() {
        try {
            if (!hasArrivals()) {
                return false;
            }
            ensureOpen().getBaseSocket().shutdownOutput();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void flush() throws IOException {
        if (!answeredEarly) {
            super.flush();
        }
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        if (early == null) {
            return super.receiveResponseHeader();
        }
        ClassicHttpResponse head = early;
        early = null;
        return head;
    }

    @Override
    public boolean isConsistent() {
        return !answeredEarly && super.isConsistent();
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
            if (answeredEarly) {
                super.close(CloseMode.IMMEDIATE);
            } else {
                super.close();
            }
        }
    }

    @Override
    public void close(CloseMode mode) {
        if (closed.compareAndSet(false, true)) {
            // An orderly close would wait for a peer that no longer reads.
            super.close(answeredEarly ? CloseMode.IMMEDIATE : mode);
        }
    }

    /** Checks at intervals, while a body is written, whether its answer has come. Thread-safe. */
    private static final class EarlyAnswers implements ResponseOutOfOrderStrategy {

        static final EarlyAnswers INSTANCE = new EarlyAnswers();

        // Each check costs a system call: one check for every fourth write of a file, or for each write over TLS.
        private static final long EVERY = 256 * 1024;

        @Override
        public boolean isEarlyResponseDetected(
                ClassicHttpRequest request, HttpClientConnection connection, InputStream in, long sent, long next)
                throws IOException {
            return sent / EVERY < (sent + next) / EVERY
                    && connection instanceof WireConnection wire
                    && wire.isAnsweredEarly();
        }
    }

    /**
     * A placeholder for a credential inside the HTTP client, which logs headers. Its value is {@code ***}; only
     * {@link WireConnection} sends the secret.
     */
    static final class SecretHeader extends BasicHeader {

        private final transient Secret secret;

        SecretHeader(String name, Secret secret) {
            super(name, secret.toString());
            this.secret = secret;
        }

        String revealed() {
            return secret.value();
        }
    }
}
