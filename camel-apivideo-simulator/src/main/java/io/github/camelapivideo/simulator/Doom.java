// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer on a connection that takes no other request. */
record Doom(Reply reply) implements Reply {

    private static final String ATTRIBUTE = Doom.class.getName();

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
    static boolean meets(Request request, Callback callback) {
        if (request.getConnectionMetaData().getAttribute(ATTRIBUTE) == null) {
            return false;
        }
        Wire.reset(request);
        callback.failed(new ConnectionGone("The connection was reset on purpose", null));
        return true;
    }
}
