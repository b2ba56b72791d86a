// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** What an operation does with an exchange. Thread-safe; one per producer. */
@FunctionalInterface
public interface OperationHandler {

    /**
     * Starts the work and returns at once.
     *
     * @return completed when the answer is to go into the exchange, with what puts it there
     * @throws Exception if the exchange asks for something that cannot be
     */
    CompletableFuture<Reply> handle(Exchange exchange) throws Exception;

    /** Puts an answer into the exchange. */
    @FunctionalInterface
    interface Reply {
        void into(Exchange exchange);
    }
}
