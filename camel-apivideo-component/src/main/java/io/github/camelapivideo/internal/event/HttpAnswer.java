// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;

/** The answer to a delivery: a status without a body. The service repeats a delivery whose answer is above 299. */
enum HttpAnswer {
    ACCEPTED(202),
    UNREADABLE(400, "unreadable"),
    FORGED(403, "signature"),
    TOO_LARGE(413, "size"),
    FAILED(500),
    BUSY(503);

    private final int status;
    private final String refusal;

    HttpAnswer(int status) {
        this(status, null);
    }

    HttpAnswer(int status, String refusal) {
        this.status = status;
        this.refusal = refusal;
    }

    /** Returns in a word why a delivery is refused for good; null if it is not. */
    String refusal() {
        return refusal;
    }

    CompletableFuture<HttpAnswer> now() {
        return CompletableFuture.completedFuture(this);
    }

    /** Replaces the request in an exchange by this answer, so that nothing of the request returns. */
    void into(Exchange exchange) {
        DefaultMessage answer = new DefaultMessage(exchange.getContext());
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        exchange.setMessage(answer);
    }
}
