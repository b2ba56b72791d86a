// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.fault.AfterEarlyAnswer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;

/** An answer that is sent before the end of the request's body. */
record EarlyAnswer(Answer answer, AfterEarlyAnswer rest) implements ChangedAnswer {

    @Override
    public void send(Request request, Response response, Callback callback) throws Exception {
        try (Blocker.Callback sent = Blocker.callback()) {
            answer.send(request, response, sent);
            sent.block();
        }
        Answer end =
                switch (rest) {
                    case READ -> new CutAnswer(false);
                    case RESET -> new CutAnswer(true);
                    case STALL -> new StalledAnswer();
                };
        end.send(request, response, callback);
    }
}
