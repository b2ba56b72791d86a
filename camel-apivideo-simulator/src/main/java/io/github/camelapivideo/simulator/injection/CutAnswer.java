// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.connection.ConnectionGone;
import io.github.camelapivideo.simulator.connection.Connections;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * No answer: the connection is cut.
 *
 * @param reset true for a reset, false for an orderly end
 */
record CutAnswer(boolean reset) implements Answer {

    @Override
    public int status() {
        return 0;
    }

    @Override
    public void send(Request request, Response response, Callback callback) {
        if (reset) {
            Connections.reset(request);
        } else {
            Connections.close(request);
        }
        callback.failed(new ConnectionGone("The connection was cut on purpose", null));
    }
}
