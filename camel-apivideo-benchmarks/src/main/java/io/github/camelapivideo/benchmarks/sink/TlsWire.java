// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** TLS over a socket, many records for each system call. For one thread. */
public final class TlsWire implements Wire {

    private static final int SIZE = 256 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final Runnable beforeAnswer;
    private final ByteBuffer in = ByteBuffer.allocateDirect(SIZE).limit(0);
    private final ByteBuffer out = ByteBuffer.allocateDirect(SIZE);
    private final ByteBuffer clear;

    /** @param beforeAnswer is run once in the handshake, before the first bytes of ours go out */
    public TlsWire(SocketChannel channel, SSLEngine engine, Runnable beforeAnswer) throws IOException {
        this.channel = channel;
        this.engine = engine;
        this.beforeAnswer = beforeAnswer;
        this.clear = ByteBuffer.allocateDirect(
                Math.max(32 * 1024, engine.getSession().getApplicationBufferSize()));
        clear.limit(0);
        handshake();
    }

    private void handshake() throws IOException {
        engine.beginHandshake();
        boolean answered = false;
        while (true) {
            HandshakeStatus status = engine.getHandshakeStatus();
            if (status == HandshakeStatus.NEED_WRAP) {
                if (!answered) {
                    beforeAnswer.run();
                    answered = true;
                }
                wrap(NOTHING.duplicate());
                flush();
            } else if (status == HandshakeStatus.NEED_UNWRAP) {
                clear.clear();
                if (unwrap(clear) < 0) {
                    throw new EOFException("the connection ended in the handshake");
                }
                clear.flip();
            } else if (status == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            } else {
                return;
            }
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!clear.hasRemaining() && into.remaining() < clear.capacity()) {
            clear.clear();
            int size = unwrapSome(clear);
            clear.flip();
            if (size < 0) {
                return size;
            }
        }
        return clear.hasRemaining() ? move(into) : unwrapSome(into);
    }

    private int move(ByteBuffer into) {
        int size = Math.min(clear.remaining(), into.remaining());
        into.put(clear.duplicate().limit(clear.position() + size));
        clear.position(clear.position() + size);
        return size;
    }

    private int unwrapSome(ByteBuffer into) throws IOException {
        int size;
        do {
            size = unwrap(into);
        } while (size == 0);
        return size;
    }

    /** One record. */
    private int unwrap(ByteBuffer into) throws IOException {
        SSLEngineResult result = engine.unwrap(in, into);
        if (result.getStatus() == Status.CLOSED) {
            return -1;
        }
        if (result.getStatus() == Status.BUFFER_UNDERFLOW) {
            in.compact();
            int read = channel.read(in);
            in.flip();
            return Math.min(read, 0);
        }
        return result.bytesProduced();
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            wrap(bytes);
            if (out.remaining() < engine.getSession().getPacketBufferSize()) {
                flush();
            }
        }
        flush();
    }

    private void wrap(ByteBuffer bytes) throws IOException {
        if (engine.wrap(bytes, out).getStatus() == Status.CLOSED) {
            throw new EOFException("the connection is closed");
        }
    }

    private void flush() throws IOException {
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        out.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
