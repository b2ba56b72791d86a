// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import io.github.camelapivideo.benchmarks.sink.Tls;
import io.github.camelapivideo.benchmarks.sink.TlsWire;
import io.github.camelapivideo.benchmarks.sink.Wire;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Bytes from memory into sockets, one request on each: how fast the sink is. */
final class RawWriter implements Uploader {

    private static final int WRITE_SIZE = 256 * 1024;

    private final Job job;
    private final SSLContext tls;
    private final ExecutorService lanes;

    RawWriter(Job job) throws Exception {
        this.job = job;
        this.tls = job.trusted() == null ? null : Tls.fastClient(job.trusted());
        this.lanes = Executors.newFixedThreadPool(job.lanes());
    }

    @Override
    public void upload(long length) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int lane = 0; lane < job.lanes(); lane++) {
            running.add(lanes.submit(() -> write(length / job.lanes())));
        }
        for (Future<?> lane : running) {
            lane.get();
        }
    }

    private Void write(long length) throws IOException {
        InetSocketAddress sink =
                new InetSocketAddress(job.service().getHost(), job.service().getPort());
        try (SocketChannel channel = SocketChannel.open(sink);
                Wire wire = wire(channel)) {
            String head = "POST /videos/raw/source HTTP/1.1\r\nContent-Length: " + length + "\r\n\r\n";
            wire.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer bytes = ByteBuffer.allocateDirect(WRITE_SIZE);
            for (long left = length; left > 0; left -= bytes.position()) {
                wire.write(bytes.clear().limit((int) Math.min(WRITE_SIZE, left)));
            }
            if (wire.read(ByteBuffer.allocateDirect(WRITE_SIZE)) < 0) {
                throw new EOFException("no answer");
            }
        }
        return null;
    }

    private Wire wire(SocketChannel channel) throws IOException {
        if (tls == null) {
            return new Wire.Plain(channel);
        }
        SSLEngine engine = tls.createSSLEngine();
        engine.setUseClientMode(true);
        return new TlsWire(channel, engine, () -> {});
    }

    @Override
    public void close() {
        lanes.shutdown();
    }
}
