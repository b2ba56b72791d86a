// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.fault.AfterEarlyAnswer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;

/** An answer that goes out while the body of its request is still on its way. */
record EarlyAnswer(Answer reply, AfterEarlyAnswer rest) implements Answer {

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
        Answer end =
                switch (rest) {
                    case READ -> new Answer.Cut(false);
                    case RESET -> new Answer.Cut(true);
                    case STALL -> new StalledAnswer();
                };
        end.send(request, response, callback);
    }
}
