// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A port that forwards to another port at the speed of a line to the internet, limited per connection. Without it a video
 * would arrive before its bar is visible, and several connections would not be faster than one. Thread-safe. The caller
 * closes it.
 */
final class SlowLine implements AutoCloseable {

    private static final int BUFFER = 1 << 14;
    // The sender counts bytes in the socket's buffer as sent; a small buffer keeps the bars accurate.
    private static final int WINDOW = 1 << 16;

    private final ServerSocket server;
    private final int target;
    private final long bytesPerSecond;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private SlowLine(ServerSocket server, int target, long bytesPerSecond) {
        this.server = server;
        this.target = target;
        this.bytesPerSecond = bytesPerSecond;
    }

    static SlowLine open(int target, long bytesPerSecond) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReceiveBufferSize(WINDOW);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        SlowLine line = new SlowLine(server, target, bytesPerSecond);
        line.start("accept", line::accept);
        return line;
    }

    URI baseUri() {
        return URI.create("http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort());
    }

    @Override
    public void close() {
        closeQuietly(server);
        open.forEach(SlowLine::closeQuietly);
    }

    @Override
    public String toString() {
        return ByteCount.rate(bytesPerSecond) + " a connection";
    }

    private void accept() {
        try {
            while (true) {
                connect(server.accept());
            }
        } catch (IOException e) {
            // The line was closed.
        }
    }

    private void connect(Socket near) {
        open.add(near);
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(far);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            start("there", () -> pass(near, far, new Pace(bytesPerSecond)));
            start("back", () -> pass(far, near, new Pace(Long.MAX_VALUE)));
        } catch (IOException e) {
            close(near);
        }
    }

    private void pass(Socket from, Socket to, Pace pace) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                TimeUnit.NANOSECONDS.sleep(pace.pauseAfter(read, System.nanoTime()));
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One of the two sockets is closed; close the other too.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        closeQuietly(socket);
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(work, "slow-line-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // The socket is not used any more.
        }
    }

    /** Decides when the next bytes are passed on. Not thread-safe. */
    static final class Pace {
        // Makes up for a sleep that took too long.
        private static final long SAVED = TimeUnit.MILLISECONDS.toNanos(20);

        private final long bytesPerSecond;
        private long free = Long.MIN_VALUE;

        Pace(long bytesPerSecond) {
            this.bytesPerSecond = bytesPerSecond;
        }

        /** @return the nanoseconds to wait before these bytes are passed on; idle time is saved up for 20 ms at most */
        long pauseAfter(int bytes, long now) {
            free = Math.max(free, now - SAVED) + (long) (bytes * 1e9 / bytesPerSecond);
            return Math.max(free - now, 0);
        }
    }
}
