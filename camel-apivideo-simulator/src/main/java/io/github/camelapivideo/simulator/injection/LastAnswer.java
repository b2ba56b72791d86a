// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.connection.ConnectionGone;
import io.github.camelapivideo.simulator.connection.Connections;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer, and then without notice the end of the connection, in order. */
record LastAnswer(Answer reply) implements Answer {

    @Override
    public int status() {
        return reply.status();
    }

    @Override
    public String problemSlug() {
        return reply.problemSlug();
    }

    @Override
    public void send(Request request, Response response, Callback callback) throws Exception {
        reply.send(request, response, new Callback() {
            @Override
            public void succeeded() {
                Connections.close(request);
                failed(new ConnectionGone("The connection was ended on purpose", null));
            }

            @Override
            public void failed(Throwable cause) {
                callback.failed(cause);
            }
        });
    }
}
