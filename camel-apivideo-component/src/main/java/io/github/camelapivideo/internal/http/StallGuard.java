// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.thread.StallDetector;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Gives up a request that waits too long: for a connection, then for the connection to take its body, then for the whole
 * answer. To wait for a connection of the pool is no stall, nor is the time in which the source of the body is read. For
 * one request, on its thread.
 */
final class StallGuard implements AutoCloseable {

    private static final String ATTRIBUTE = StallGuard.class.getName();

    private final StallDetector watchdog;
    private final RequestTimeouts patience;
    private final Runnable cancel;
    private WireConnection connection;
    private boolean connecting;
    private StallDetector.Watch watch;

    // Why it was given up; null if it was not.
    private volatile String reason;

    /** @param cancel ends the request early; must not block */
    StallGuard(StallDetector watchdog, RequestTimeouts patience, Runnable cancel) {
        this.watchdog = watchdog;
        this.patience = patience;
        this.cancel = cancel;
    }

    void watch(HttpContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    static Optional<StallGuard> of(HttpContext context) {
        return Optional.ofNullable((StallGuard) context.getAttribute(ATTRIBUTE));
    }

    /** A connection to an address begins to be made. */
    void connecting() {
        connecting = true;
        // The HTTP client itself keeps the limit where nothing comes at all, and then tries the next address.
        begin(patience.connect().twice(), "there was no connection", this::giveUp);
    }

    /** There is a connection, and the request goes out on it. */
    void connected(Object carrier) {
        connecting = false;
        connection = carrier instanceof WireConnection wire ? wire : null;
        answering(0);
    }

    /** The body begins. */
    void sending() {
        begin(patience.stall(), "nothing moved", this::giveUpBody);
        pause();
    }

    /** The connection is given bytes of the body. */
    void resume() {
        watch.resume();
    }

    /** The connection has taken them. */
    void pause() {
        watch.pause();
    }

    /** The body has ended, after so many bytes, and the answer is waited for. */
    void answering(long length) {
        begin(patience.answerTo(length), "there was no answer", this::giveUp);
    }

    private void begin(RequestTimeouts.Limit limit, String what, GivingUp giveUp) {
        close();
        String text = what + " for " + limit.time().toMillis() + " ms (" + limit.option() + ")";
        watch = watchdog.watch(limit.time(), () -> giveUp.because(text));
    }

    /** What happens when the patience has ended. */
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
        if (connection == null || !connection.turnToTheAnswer()) {
            giveUp(text);
        }
    }

    /** Whether the request failed while there was no connection for it. */
    boolean isConnecting() {
        return connecting;
    }

    /** What the failure of the request really is. */
    IOException explain(IOException failure) {
        if (reason != null) {
            return new IOException(reason, failure);
        }
        if (!(failure instanceof SocketTimeoutException)) {
            return failure;
        }
        // A timeout of the HTTP client's own.
        String option = connecting ? patience.connect().option() : "http.responseTimeout, http.soTimeout";
        return new IOException(failure.getMessage() + " (" + option + ")", failure);
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }
}
