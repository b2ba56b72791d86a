// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import io.github.camelapivideo.simulator.fault.AfterEarlyAnswer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;

/** An answer that goes out while the body of its request is still on its way. */
record EarlyReply(Reply reply, AfterEarlyAnswer rest) implements Reply {

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
        try (Blocker.Callback sent = Blocker.callback()) {
            reply.send(request, response, sent);
            sent.block();
        }
        Reply end =
                switch (rest) {
                    case READ -> new Reply.Cut(false);
                    case RESET -> new Reply.Cut(true);
                    case STALL -> new Silence();
                };
        end.send(request, response, callback);
    }
}
