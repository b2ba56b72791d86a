// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.connection.ConnectionGone;
import io.github.camelapivideo.simulator.connection.Connections;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer, after which the connection is closed in order without notice. */
record LastAnswer(Answer answer) implements ChangedAnswer {

    @Override
    public void send(Request request, Response response, Callback callback) throws Exception {
        answer.send(request, response, new Callback() {
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
