// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.routes;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The body of a paused request, read while it arrives. At most 16 buffers wait for the reader; then the connection is not
 * read, and the sender waits. Not thread-safe.
 */
final class RequestStream extends InputStream {

    private static final int BUFFERS = 16;

    private final HttpServerRequest request;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private Piece current = new Piece(Buffer.buffer(), null);
    private int position;

    /** @param failure the reason why the body broke off; null with null content at the end of the body */
    private record Piece(Buffer content, Throwable failure) {

        static final Piece END = new Piece(null, null);

        boolean isRead(int position) {
            return content != null && position == content.length();
        }
    }

    RequestStream(HttpServerRequest request) {
        this.request = request;
        request.exceptionHandler(failure -> pieces.add(new Piece(null, failure)))
                .endHandler(end -> pieces.add(Piece.END))
                .handler(content -> pieces.add(new Piece(content, null)));
        request.fetch(BUFFERS);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        while (current.isRead(position)) {
            next();
        }
        if (current.failure() != null) {
            throw new BrokenRequest(current.failure());
        }
        if (current.content() == null) {
            return -1;
        }
        int size = Math.min(wanted, current.content().length() - position);
        current.content().getBytes(position, position + size, target, offset);
        position += size;
        return size;
    }

    private void next() throws InterruptedIOException {
        try {
            current = pieces.take();
            position = 0;
            request.fetch(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for the request's body");
        }
    }

    /** Reads and drops the rest of the body: many clients read their answer only after they have sent all of it. */
    @Override
    public void close() {
        request.handler(null).resume();
        pieces.clear();
    }
}
