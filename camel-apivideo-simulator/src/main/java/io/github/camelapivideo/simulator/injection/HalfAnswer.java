// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.connection.Connections;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** The head of an answer and the first half of its body. */
record HalfAnswer(Answer answer) implements ChangedAnswer {

    @Override
    public void send(Request request, Response response, Callback callback) throws Exception {
        answer.send(request, new Truncated(request, response), callback);
    }

    private static final class Truncated extends Response.Wrapper {
        private long left = -1;

        Truncated(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            if (left < 0) {
                Connections.declareLength(this, last, bytes);
                left = Math.max(0, getHeaders().getLongField("Content-Length")) / 2;
            }
            ByteBuffer half = bytes == null ? BufferUtil.EMPTY_BUFFER : bytes.slice();
            half.limit((int) Math.min(left, half.remaining()));
            left -= half.remaining();
            // Never the last: the server would miss the rest.
            super.write(false, half, callback);
        }
    }
}
