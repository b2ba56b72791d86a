// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import io.github.camelapivideo.benchmarks.sink.Breaks.BrokenConnection;
import io.github.camelapivideo.benchmarks.sink.RequestHead.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Serves one connection until it ends: reads requests, forgets their bodies. For one thread. */
final class SinkConnection {

    private static final int SIZE = 256 * 1024;
    private static final int SHAPED_READ = 32 * 1024;

    private final Wire wire;
    private final long number;
    private final Shape shape;
    private final Shape.Line line;
    private final Service service;
    private final Consumer<Served> log;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE).limit(0);

    /** What all connections have in common. */
    record Service(Shape shape, Shape.Line sharedLine, Breaks breaks, Videos videos, Answers answers) {
        Shape.Line line() {
            return shape.shared() ? sharedLine : shape.line();
        }
    }

    SinkConnection(Wire wire, long number, Service service, Consumer<Served> log) {
        this.wire = wire;
        this.number = number;
        this.service = service;
        this.shape = service.shape();
        this.line = service.line();
        this.log = log;
    }

    void serve() throws IOException {
        for (RequestHead head = head(); head != null; head = head()) {
            Kind kind = head.kind();
            if (head.expectsContinue()) {
                answer(ByteBuffer.wrap(Answers.CONTINUE));
            }
            line.begin(System.nanoTime());
            long length = head.length();
            if (length > 0 && !buffer.hasRemaining()) {
                fill(length);
            }
            long firstByteAt = Sink.micros();
            byte[] payload = kind == Kind.CREATE ? read((int) length) : null;
            if (kind == Kind.SOURCE) {
                receive(head, firstByteAt);
            } else {
                discard(payload == null ? length : 0);
            }
            log.accept(new Served(number, kind.name(), firstByteAt, Sink.micros(), length));
            answer(answerTo(head, payload));
        }
    }

    private void receive(RequestHead head, long firstByteAt) throws IOException {
        long passing = service.breaks().passing(head);
        discard(passing);
        if (passing < head.length()) {
            log.accept(new Served(number, Served.BROKEN, firstByteAt, Sink.micros(), passing));
            throw new BrokenConnection();
        }
        service.videos().arrived(head);
    }

    private ByteBuffer answerTo(RequestHead head, byte[] payload) throws IOException {
        return switch (head.kind()) {
            case CREATE -> {
                service.breaks().created();
                yield service.answers().toCreation(service.videos().create(), payload);
            }
            case SOURCE -> service.answers().toPart(Videos.idIn(head));
            case STATUS -> service.answers().toStatus(service.videos().ingest(Videos.idIn(head)));
            case S3_CREATE, S3_PART, S3_COMPLETE -> S3Answers.to(head.kind());
            case AUTH -> {
                // The first request of a client.
                service.breaks().begin();
                yield service.answers().to(Kind.AUTH);
            }
            case OTHER -> service.answers().to(Kind.OTHER);
        };
    }

    private RequestHead head() throws IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            while (buffer.hasRemaining()) {
                text.append((char) buffer.get());
                if (endsHead(text)) {
                    return RequestHead.parse(text.toString());
                }
            }
            if (fill(SIZE) < 0) {
                if (text.length() > 0) {
                    throw new EOFException("the connection ended in a request's head");
                }
                return null;
            }
        }
    }

    private static boolean endsHead(StringBuilder text) {
        int length = text.length();
        return length >= 4 && text.charAt(length - 1) == '\n' && text.charAt(length - 3) == '\n';
    }

    private byte[] read(int length) throws IOException {
        ByteBuffer body = ByteBuffer.allocate(length);
        while (body.hasRemaining()) {
            if (!buffer.hasRemaining() && fill(body.remaining()) < 0) {
                throw new EOFException("the connection ended in a request's body");
            }
            body.put(buffer.get());
        }
        return body.array();
    }

    private void discard(long length) throws IOException {
        long left = length;
        while (true) {
            int here = (int) Math.min(left, buffer.remaining());
            buffer.position(buffer.position() + here);
            left -= here;
            if (left == 0) {
                return;
            }
            if (fill(left) < 0) {
                throw new EOFException("the connection ended in a request's body");
            }
        }
    }

    private int fill(long wanted) throws IOException {
        buffer.clear().limit((int) Math.min(shape.limited() ? SHAPED_READ : SIZE, wanted));
        int size = wire.read(buffer);
        buffer.flip();
        if (shape.limited() && size > 0) {
            pause(line.pass(System.nanoTime(), size));
        }
        return size;
    }

    private void answer(ByteBuffer bytes) throws IOException {
        // The way there and the way back: together they take as long as if each took half of it.
        pause(shape.rttNanos());
        wire.write(bytes);
    }

    static void pause(long nanos) {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(Math.max(left, TimeUnit.MICROSECONDS.toNanos(1)));
        }
    }
}
