// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * As much of api.video as an upload needs, on loopback, as fast as the machine allows: bodies are read and forgotten.
 * One thread for each connection. Thread-safe.
 */
public final class Sink implements Closeable {

    private final ServerSocketChannel server;
    private final SSLContext tls;
    private final Shape shape;
    private final SinkConnection.Service service;
    private final Queue<Served> log = new ConcurrentLinkedQueue<>();

    /**
     * Listens on a free port.
     *
     * @param tls null for plain HTTP
     * @param seed decides which connections break, on a line on which some do
     */
    public Sink(SSLContext tls, Shape shape, long seed) throws IOException {
        this.tls = tls;
        this.shape = shape;
        Breaks breaks = new Breaks(shape.brokenOneIn(), seed);
        this.service = new SinkConnection.Service(shape, shape.line(), breaks, new Videos(), new Answers());
        this.server = ServerSocketChannel.open();
        if (shape.limited()) {
            server.setOption(StandardSocketOptions.SO_RCVBUF, shape.receiveWindow());
        }
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        start("accept", this::accept);
    }

    /** Where it listens. */
    public int port() {
        return server.socket().getLocalPort();
    }

    /** What was served since the last time. */
    public List<Served> takeLog() {
        return Stream.generate(log::poll).takeWhile(served -> served != null).toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private void accept() throws IOException {
        for (long number = 1; ; number++) {
            SocketChannel channel = server.accept();
            long mine = number;
            start("connection " + mine, () -> serve(channel, mine));
        }
    }

    private void serve(SocketChannel channel, long number) throws IOException {
        try (channel) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            // The client's SYN and our answer: it could not send before.
            SinkConnection.pause(shape.rttNanos());
            Wire wire = tls == null ? new Wire.Plain(channel) : tls(channel);
            try {
                new SinkConnection(wire, number, service, log::add).serve();
            } catch (Breaks.BrokenConnection e) {
                // The client sees a reset, not an end.
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        }
    }

    private Wire tls(SocketChannel channel) throws IOException {
        SSLEngine engine = tls.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(new String[] {"TLSv1.3"});
        return new TlsWire(channel, engine, () -> SinkConnection.pause(shape.rttNanos()));
    }

    private static void start(String name, Serving serving) {
        Thread thread = new Thread(
                () -> {
                    try {
                        serving.run();
                    } catch (ClosedChannelException e) {
                        // The sink ends.
                    } catch (IOException e) {
                        System.err.println("sink, " + name + ": " + e);
                    }
                },
                "sink " + name);
        thread.setDaemon(true);
        thread.start();
    }

    @FunctionalInterface
    private interface Serving {
        void run() throws IOException;
    }
}
