// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import java.time.Instant;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer with the earliest date for the next try. */
record RetryAtAnswer(Answer answer, Instant date) implements ChangedAnswer {

    @Override
    public void send(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, DateGenerator.formatDate(date));
        answer.send(request, response, callback);
    }
}
