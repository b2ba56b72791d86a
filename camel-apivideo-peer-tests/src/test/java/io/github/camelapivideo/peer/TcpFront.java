// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Connections to a server on loopback, which are closed when they have delivered so many bytes. Who makes it closes it. */
final class TcpFront implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket door;
    private final AtomicLong delivered = new AtomicLong();
    private final long limit;
    private volatile InetSocketAddress server;

    TcpFront(long limit) throws IOException {
        this.limit = limit;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on connections lead there. */
    void leadTo(InetSocketAddress address) {
        server = address;
        threads.execute(this::admit);
    }

    private void admit() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Socket peer = new Socket(server.getAddress(), server.getPort());
                Closeable both = () -> {
                    client.close();
                    peer.close();
                };
                threads.execute(() -> pump(client, peer, both, Long.MAX_VALUE, new AtomicLong()));
                threads.execute(() -> pump(peer, client, both, limit, delivered));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private static void pump(Socket from, Socket to, Closeable both, long limit, AtomicLong counter) {
        try (both) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[64 * 1024];
            long passed = 0;
            for (int read = in.read(buffer); read > 0 && passed < limit; read = in.read(buffer)) {
                int size = (int) Math.min(read, limit - passed);
                out.write(buffer, 0, size);
                passed += size;
                counter.addAndGet(size);
            }
        } catch (IOException e) {
            // One of the two has hung up.
        }
    }

    void assertDeliveredLessThan(long bytes) {
        assertThat(delivered.get()).as("bytes that came out of the server").isLessThan(bytes);
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
