// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.text.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
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
 * A pooled connection that logs neither headers nor bytes, because credentials are among them, and that puts them into
 * the request at the last moment: the token of a delegated upload belongs into the URL, which others log.
 *
 * <p>It reads an answer that comes before the end of the request's body, and then carries no other request.
 */
final class WireConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    static final String UPLOAD_TOKEN = "Upload-Token";

    // A peer that closes the connection has sent its answer before.
    private static final Timeout LAST_WORD = Timeout.ofMilliseconds(100);

    private final AtomicBoolean closed = new AtomicBoolean();
    private Timeout socketTimeout;

    // For the thread of the request
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

    /** Puts the credentials into the request that have only been promised to it. */
    static void reveal(ClassicHttpRequest request) {
        for (Header header : request.getHeaders()) {
            if (header instanceof SecretHeader secret) {
                request.removeHeader(header);
                reveal(request, secret);
            }
        }
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
    public void sendRequestEntity(ClassicHttpRequest request) throws HttpException, IOException {
        try {
            super.sendRequestEntity(request);
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            if (!answeredEarly && !hasLastWord()) {
                throw e;
            }
        }
        if (answeredEarly && early.getCode() < HttpStatus.SC_REDIRECTION) {
            // Nothing can have been carried out that was not there yet: this is the answer to something else.
            throw new IOException("the answer " + early.getCode() + " came before the end of the request");
        }
    }

    /** Whether the answer has come, so that writing the rest of the body makes no sense. */
    boolean isAnsweredEarly() throws IOException {
        // Over TLS there is more to read than answers: so the socket is asked first, which does not wait.
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
            throw new IOException("what came before the end of the request is no answer", e);
        }
    }

    private boolean hasLastWord() {
        try {
            while (isDataAvailable(LAST_WORD)) {
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
     * Lets a thread that is blocked in writing the body go on with the answer, if that has come. For any thread.
     *
     * @return whether there is something to read
     */
    boolean turnToTheAnswer() {
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
            // An orderly end would wait for a peer that reads no more.
            super.close(answeredEarly ? CloseMode.IMMEDIATE : mode);
        }
    }

    /** Looks now and then, while a body is being written, whether its answer has come. Thread-safe. */
    private static final class EarlyAnswers implements ResponseOutOfOrderStrategy {

        static final EarlyAnswers INSTANCE = new EarlyAnswers();

        // To look costs a system call: one look for every fourth write of a file, or for each over TLS.
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
     * A credential on its way through the HTTP client, which logs what it handles. Everybody reads {@code ***}; only
     * {@link WireConnection} puts the secret on the wire.
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
