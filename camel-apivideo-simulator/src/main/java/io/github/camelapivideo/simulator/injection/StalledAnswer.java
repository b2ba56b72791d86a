// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.connection.ConnectionGone;
import io.github.camelapivideo.simulator.connection.Connections;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** No answer, on a connection that stays open. Holds no thread. */
record StalledAnswer() implements Answer {

    @Override
    public int status() {
        return 0;
    }

    @Override
    public void send(Request request, Response response, Callback callback) {
        Watch watch = new Watch(Connections.endPoint(request), callback);
        // The server stops, or the connection was idle for too long.
        request.addFailureListener(watch::end);
        watch.begin();
    }

    /** Waits until the client closes the connection. */
    private static final class Watch implements Callback {
        private final EndPoint endPoint;
        private final Callback callback;
        private final AtomicBoolean ended = new AtomicBoolean();

        Watch(EndPoint endPoint, Callback callback) {
            this.endPoint = endPoint;
            this.callback = callback;
        }

        void begin() {
            endPoint.tryFillInterested(this);
        }

        /** Reads one byte: the end ends the wait. Other bytes are dropped, and hide the end behind them. */
        @Override
        public void succeeded() {
            try {
                if (endPoint.fill(BufferUtil.allocate(1)) < 0) {
                    end(null);
                }
            } catch (IOException e) {
                end(e);
            }
        }

        @Override
        public void failed(Throwable cause) {
            end(cause);
        }

        void end(Throwable cause) {
            if (ended.compareAndSet(false, true)) {
                endPoint.close();
                callback.failed(new ConnectionGone("The client has stopped waiting for an answer", cause));
            }
        }
    }
}
