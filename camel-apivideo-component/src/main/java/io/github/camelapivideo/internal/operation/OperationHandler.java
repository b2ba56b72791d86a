// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** Carries out an operation for exchanges. Thread-safe; one for each producer. */
@FunctionalInterface
public interface OperationHandler {

    /**
     * Starts the work and returns at once.
     *
     * @return completed with what goes into the exchange
     * @throws Exception if the exchange asks for something that cannot be
     */
    CompletableFuture<Reply> handle(Exchange exchange) throws Exception;
}
