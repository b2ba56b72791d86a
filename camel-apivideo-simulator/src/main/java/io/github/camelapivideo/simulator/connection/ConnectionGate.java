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

/**
 * Refuses connections for a time and accepts them again on the same port. Thread-safe; the server that made it closes
 * it.
 */
public final class ConnectionGate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionGate.class);

    private static final long PAUSE_NANOS = 10_000_000;

    private final PausableConnector connector;

    // Guarded by this
    private Socket placeholder;
    private Scheduler.Task opening = () -> false;
    private boolean closed;

    /** @param connector a connector that is open as long as its server runs */
    public ConnectionGate(PausableConnector connector) {
        this.connector = connector;
    }

    /**
     * Cuts all connections and refuses new ones until {@link #open}. If the gate is shut already, it no longer opens by
     * itself.
     */
    public synchronized void shut() {
        opening.cancel();
        if (closed || isShut()) {
            return;
        }
        try {
            connector.pause();
            placeholder = hold(new InetSocketAddress(connector.getHost(), connector.getPort()));
            // Last: a client that is cut must find the gate shut when it connects again.
            connector.cut();
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator cannot keep its port", e);
        }
    }

    /** A socket that is bound but does not listen: it refuses connections and keeps the port from other programs. */
    private static Socket hold(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.setReuseAddress(true);
        for (int triesLeft = 100; !socket.isBound(); triesLeft--) {
            try {
                socket.bind(address);
            } catch (BindException e) {
                // The thread that accepted connections holds the port until it ends.
                if (triesLeft == 0) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return socket;
    }

    /** Like {@link #shut}, and opens again after this time. Does nothing if the gate is shut already. */
    public synchronized void shutFor(Duration time) {
        if (!closed && !isShut()) {
            shut();
            opening = connector.getScheduler().schedule(this::openByItself, time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Accepts connections again. Does nothing if the gate is open. */
    public synchronized void open() {
        opening.cancel();
        if (closed || !isShut()) {
            return;
        }
        try {
            release();
            connector.proceed();
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

    /** Frees the port. The gate then ignores all calls. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        opening.cancel();
        if (isShut()) {
            release();
        }
    }
}
