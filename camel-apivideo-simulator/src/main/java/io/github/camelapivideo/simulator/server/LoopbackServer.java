// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.server;

import io.github.camelapivideo.simulator.connection.ConnectionGate;
import io.github.camelapivideo.simulator.connection.PausableConnector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server on loopback, out of reach of other machines. The caller that starts it stops it. */
public final class LoopbackServer {

    private static final int BUFFER = 64 * 1024;
    private static final Duration IDLE = Duration.ofMinutes(5);

    // The table of routes refuses odd paths in the service's form, and no path reaches a file. The server itself
    // refuses
    // only paths that cannot be decoded.
    private static final UriCompliance ODD_PATHS = UriCompliance.UNSAFE.without(
            "ODD_PATHS",
            Violation.BAD_PERCENT_ENCODING,
            Violation.BAD_UTF8_ENCODING,
            Violation.TRUNCATED_UTF8_ENCODING);

    private final Server server;
    private final PausableConnector connector;
    private final ConnectionGate gate;
    private volatile URI uri;

    public LoopbackServer(int port) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("apivideo-simulator");
        threads.setDaemon(true);
        // Milliseconds: requests that wait on purpose must not delay the end.
        threads.setStopTimeout(400);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // The simulator's own clock dates the answers, and a fault can remove the date.
        http.setSendDateHeader(false);
        http.setOutputBufferSize(BUFFER);
        http.setUriCompliance(ODD_PATHS);
        HttpConnectionFactory factory = new HttpConnectionFactory(http);
        factory.setInputBufferSize(BUFFER);
        connector = new PausableConnector(server, factory);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        gate = new ConnectionGate(connector);
    }

    /** @throws IOException if the port is taken */
    public void start(Handler handler) throws IOException {
        server.setHandler(handler);
        try {
            connector.open();
            // A connector that listens again takes the same port.
            connector.setPort(connector.getLocalPort());
            // Known before the first request, and still after the end.
            uri = URI.create("http://" + connector.getHost() + ":" + connector.getPort());
            server.start();
        } catch (IOException e) {
            stop();
            throw e;
        } catch (Exception e) {
            stop();
            throw new IllegalStateException("The simulator cannot start", e);
        }
    }

    /** The address without a slash at the end; null before the start. */
    public URI uri() {
        return uri;
    }

    /** The gate of this server, which closes it. */
    public ConnectionGate gate() {
        return gate;
    }

    /** The number of open connections. */
    public int connections() {
        return connector.getConnectedEndPoints().size();
    }

    public void stop() {
        try {
            gate.close();
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The simulator cannot stop", e);
        }
    }
}
