// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where connections come in: it can be shut, and opened again on the same port. Thread-safe; who opens it closes it. */
public final class ConnectionGate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionGate.class);

    private static final long PAUSE_NANOS = 10_000_000;

    private final PausableConnector listener;

    // Guarded by this
    private Socket placeholder;
    private Scheduler.Task opening = () -> false;
    private boolean closed;

    /** @param listener one that listens, as long as its server runs */
    public ConnectionGate(PausableConnector listener) {
        this.listener = listener;
    }

    /** Cuts all connections and refuses others. Does nothing if it is shut, except that it stays so. */
    public synchronized void shut() {
        opening.cancel();
        if (closed || isShut()) {
            return;
        }
        try {
            listener.pause();
            placeholder = hold(new InetSocketAddress(listener.getHost(), listener.getPort()));
            // Last, so that whoever is cut finds it shut.
            listener.cut();
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot keep its port", e);
        }
    }

    /** Bound, not listening: that refuses connections, and nobody else is given the port. */
    private static Socket hold(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.setReuseAddress(true);
        for (int triesLeft = 100; !socket.isBound(); triesLeft--) {
            try {
                socket.bind(address);
            } catch (BindException e) {
                // The thread that accepted connections holds the port until it has gone.
                if (triesLeft == 0) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return socket;
    }

    /** The same, and opens by itself after this time. Does nothing if it is shut. */
    public synchronized void shutFor(Duration time) {
        if (!closed && !isShut()) {
            shut();
            opening = listener.getScheduler().schedule(this::openByItself, time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Does nothing if it is open. */
    public synchronized void open() {
        opening.cancel();
        if (closed || !isShut()) {
            return;
        }
        try {
            release();
            listener.proceed();
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot listen again", e);
        }
    }

    private void openByItself() {
        try {
            open();
        } catch (RuntimeException e) {
            LOG.error("The simulator stays shut", e);
        }
    }

    private boolean isShut() {
        return placeholder != null;
    }

    private void release() throws IOException {
        placeholder.close();
        placeholder = null;
    }

    /** It stays as it is from now on. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        opening.cancel();
        if (isShut()) {
            release();
        }
    }
}
