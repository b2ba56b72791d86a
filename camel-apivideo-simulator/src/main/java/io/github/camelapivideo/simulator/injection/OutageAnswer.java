// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.connection.ConnectionGate;
import io.github.camelapivideo.simulator.connection.ConnectionGone;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** No answer: all connections are cut, and new ones refused for a time. */
record OutageAnswer(ConnectionGate gate, Duration time) implements Answer {

    @Override
    public int status() {
        return 0;
    }

    @Override
    public void send(Request request, Response response, Callback callback) {
        gate.shutFor(time);
        callback.failed(new ConnectionGone("The connection was cut on purpose", null));
    }
}
