// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.connection.ConnectionGone;
import io.github.camelapivideo.simulator.connection.Connections;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer whose connection is reset when the next request comes on it. */
public record ResetOnReuseAnswer(Answer answer) implements ChangedAnswer {

    private static final String ATTRIBUTE = ResetOnReuseAnswer.class.getName();

    @Override
    public void send(Request request, Response response, Callback callback) throws Exception {
        request.getConnectionMetaData().setAttribute(ATTRIBUTE, true);
        answer.send(request, response, callback);
    }

    /** Resets the connection of the request if it carried such an answer before. Returns true if it did. */
    public static boolean resets(Request request, Callback callback) {
        if (request.getConnectionMetaData().getAttribute(ATTRIBUTE) == null) {
            return false;
        }
        Connections.reset(request);
        callback.failed(new ConnectionGone("The connection was reset on purpose", null));
        return true;
    }
}
