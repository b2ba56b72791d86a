// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.life;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Takes all that a client sends at once, and sends it on over a slow line that all connections share. */
final class BufferingProxy implements AutoCloseable {

    private static final byte[] END = {};

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int target;
    private final long bytesPerSecond;

    // Guarded by this
    private long free = System.nanoTime();

    BufferingProxy(int target, long bytesPerSecond) throws IOException {
        this.target = target;
        this.bytesPerSecond = bytesPerSecond;
        threads.execute(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
                BlockingQueue<byte[]> taken = new LinkedBlockingQueue<>();
                threads.execute(() -> take(client, taken));
                threads.execute(() -> sendOn(taken, service));
                threads.execute(() -> answer(service, client));
            } catch (IOException e) {
                // The end of the test.
            }
        }
    }

    private static void take(Socket client, BlockingQueue<byte[]> taken) {
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int size = client.getInputStream().read(buffer);
                    size > 0;
                    size = client.getInputStream().read(buffer)) {
                taken.add(Arrays.copyOf(buffer, size));
            }
        } catch (IOException e) {
            // The client has gone.
        }
        taken.add(END);
    }

    private void sendOn(BlockingQueue<byte[]> taken, Socket service) {
        try (service) {
            OutputStream out = service.getOutputStream();
            for (byte[] bytes = taken.take(); bytes != END; bytes = taken.take()) {
                LockSupport.parkNanos(reserve(bytes.length) - System.nanoTime());
                out.write(bytes);
            }
        } catch (IOException | InterruptedException e) {
            // The end of the test.
        }
    }

    /** When the line has carried so many more bytes. */
    private synchronized long reserve(long bytes) {
        free = Math.max(free, System.nanoTime()) + bytes * 1_000_000_000 / bytesPerSecond;
        return free;
    }

    private static void answer(Socket service, Socket client) {
        try (client) {
            service.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // One side has gone.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
