// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.connection.ConnectionGone;
import io.github.camelapivideo.simulator.connection.Connections;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer on a connection that takes no other request. */
public record ResetOnReuseAnswer(Answer reply) implements Answer {

    private static final String ATTRIBUTE = ResetOnReuseAnswer.class.getName();

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
        request.getConnectionMetaData().setAttribute(ATTRIBUTE, true);
        reply.send(request, response, callback);
    }

    /** Whether the request came on such a connection, which is reset then. */
    public static boolean meets(Request request, Callback callback) {
        if (request.getConnectionMetaData().getAttribute(ATTRIBUTE) == null) {
            return false;
        }
        Connections.reset(request);
        callback.failed(new ConnectionGone("The connection was reset on purpose", null));
        return true;
    }
}
