// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.connection.ConnectionGone;
import io.github.camelapivideo.simulator.connection.Connections;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Sends the head of an answer at once, then its body byte by byte. Holds its thread. */
record TrickledAnswer(Answer answer, Duration perByte) implements ChangedAnswer {

    @Override
    public void send(Request request, Response response, Callback callback) throws Exception {
        answer.send(request, new Slow(request, response, perByte), callback);
    }

    private static final class Slow extends Response.Wrapper {
        private final Duration perByte;

        Slow(Request request, Response response, Duration perByte) {
            super(request, response);
            this.perByte = perByte;
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            try {
                Connections.declareLength(this, last, bytes);
                trickle(bytes);
                super.write(last, BufferUtil.EMPTY_BUFFER, callback);
            } catch (InterruptedException e) {
                // The simulator ends.
                Thread.currentThread().interrupt();
                callback.failed(new ConnectionGone("The answer broke off", e));
            } catch (IOException e) {
                callback.failed(new ConnectionGone("The answer broke off", e));
            }
        }

        private void trickle(ByteBuffer bytes) throws IOException, InterruptedException {
            writeNow(BufferUtil.EMPTY_BUFFER);
            while (BufferUtil.hasContent(bytes)) {
                TimeUnit.NANOSECONDS.sleep(perByte.toNanos());
                writeNow(ByteBuffer.wrap(new byte[] {bytes.get()}));
            }
        }

        private void writeNow(ByteBuffer bytes) throws IOException {
            try (Blocker.Callback written = Blocker.callback()) {
                super.write(false, bytes, written);
                written.block();
            }
        }
    }
}
