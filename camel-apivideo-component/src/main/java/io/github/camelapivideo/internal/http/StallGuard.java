// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.thread.StallDetector;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Cancels a request that waits too long: for a connection, then for the connection to accept its body, then for the
 * whole answer. The wait for a pooled connection and the time in which the source of the body is read do not count. For
 * one request, on its thread; closed at its end.
 */
final class StallGuard implements AutoCloseable {

    private static final String ATTRIBUTE = StallGuard.class.getName();

    private final StallDetector stallDetector;
    private final RequestTimeouts timeouts;
    private final Runnable cancel;
    private WireConnection connection;
    private boolean connecting;
    private StallDetector.Watch watch;

    // Why the request was cancelled; null if it was not.
    private volatile String reason;

    /** @param cancel ends the request early; must not block */
    StallGuard(StallDetector stallDetector, RequestTimeouts timeouts, Runnable cancel) {
        this.stallDetector = stallDetector;
        this.timeouts = timeouts;
        this.cancel = cancel;
    }

    /** Attaches this guard to the context of the request. */
    void watch(HttpContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    /** Returns the guard of the request with this context. */
    static Optional<StallGuard> of(HttpContext context) {
        return Optional.ofNullable((StallGuard) context.getAttribute(ATTRIBUTE));
    }

    /** Begins the limit for a connection to one address. */
    void connecting() {
        connecting = true;
        // Twice the limit, because the HTTP client itself ends a silent address after the limit and tries the next one.
        begin(timeouts.connect().twice(), "no connection", this::giveUp);
    }

    /** Begins the limit for the answer, because the request has a connection and is sent. */
    void connected(Object carrier) {
        connecting = false;
        connection = carrier instanceof WireConnection wire ? wire : null;
        answering(0);
    }

    /** Begins the limit for the bytes of the body. */
    void sending() {
        begin(timeouts.stall(), "the connection accepted no bytes", this::giveUpBody);
        pause();
    }

    /** Resumes the limit: bytes are passed to the connection. */
    void resume() {
        watch.resume();
    }

    /** Suspends the limit: the connection has accepted the bytes, and the source is read. */
    void pause() {
        watch.pause();
    }

    /** Begins the limit for the answer, after a body of this length in bytes. */
    void answering(long length) {
        begin(timeouts.answerTo(length), "no answer", this::giveUp);
    }

    private void begin(RequestTimeouts.Limit limit, String what, GivingUp giveUp) {
        close();
        String text = what + " for " + limit.time().toMillis() + " ms (" + limit.option() + ")";
        watch = stallDetector.watch(limit.time(), () -> giveUp.because(text));
    }

    /** Ends the request when a limit is over. */
    @FunctionalInterface
    private interface GivingUp {
        void because(String text);
    }

    private void giveUp(String text) {
        reason = text;
        cancel.run();
    }

    // A service that has refused the body may have stopped reading it.
    private void giveUpBody(String text) {
        if (connection == null || !connection.stopSendingIfAnswered()) {
            giveUp(text);
        }
    }

    /** Returns true if the request has no connection yet. */
    boolean isConnecting() {
        return connecting;
    }

    /** Returns the failure of the request with its real cause and the option that sets the limit. */
    IOException explain(IOException failure) {
        if (reason != null) {
            return new IOException(reason, failure);
        }
        if (!(failure instanceof SocketTimeoutException)) {
            return failure;
        }
        // A timeout of the HTTP client's own.
        String option = connecting ? timeouts.connect().option() : "http.responseTimeout, http.soTimeout";
        return new IOException(failure.getMessage() + " (" + option + ")", failure);
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }
}
