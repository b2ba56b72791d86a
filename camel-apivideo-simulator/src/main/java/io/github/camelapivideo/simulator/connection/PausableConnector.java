// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.connection;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.IO;

/** A connector that can stop listening for a while without being stopped. Its server closes it. */
public final class PausableConnector extends ServerConnector {

    private final Object lock = new Object();

    // Guarded by lock
    private final List<SocketChannel> accepted = new ArrayList<>();
    private boolean paused;

    private volatile ServerSocketChannel listening;

    public PausableConnector(Server server, HttpConnectionFactory factory) {
        super(server, factory);
    }

    @Override
    protected ServerSocketChannel openAcceptChannel() throws IOException {
        listening = super.openAcceptChannel();
        return listening;
    }

    @Override
    public void accept(int acceptor) throws IOException {
        SocketChannel channel = listening.accept();
        synchronized (lock) {
            if (paused) {
                channel.close();
                return;
            }
            accepted.removeIf(other -> !other.isOpen());
            accepted.add(channel);
        }
        channel.configureBlocking(false);
        configure(channel.socket());
        getSelectorManager().accept(channel);
    }

    @Override
    protected boolean handleAcceptFailure(Throwable failure) {
        boolean ends = failure instanceof ClosedByInterruptException || !isRunning();
        return !ends && failure instanceof ClosedChannelException || super.handleAcceptFailure(failure);
    }

    /** Stops listening. The port is free when the accepting thread has noticed. */
    void pause() throws IOException {
        setAccepting(false);
        listening.close();
    }

    /** Cuts all connections, and new ones until {@link #proceed}. */
    void cut() {
        synchronized (lock) {
            paused = true;
            // First the connections that the server has not seen yet: it must find them closed.
            accepted.forEach(IO::close);
            accepted.clear();
        }
        getConnectedEndPoints().forEach(EndPoint::close);
    }

    /** Listens again. */
    void proceed() throws IOException {
        openAcceptChannel();
        synchronized (lock) {
            paused = false;
        }
        setAccepting(true);
    }

    @Override
    public void close() {
        super.close();
        IO.close(listening);
    }
}
