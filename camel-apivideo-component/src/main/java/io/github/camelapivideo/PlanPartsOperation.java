// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.PlannedPart;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** The body becomes the list of its parts, for a splitter. Nothing is asked of the service, and nothing is read. */
final class PlanPartsOperation implements OperationHandler {

    private final OperationContext context;

    PlanPartsOperation(ApiVideoEndpoint endpoint) {
        context = OperationContext.of(endpoint);
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        List<PlannedPart> parts = context.options(exchange).plannedParts();
        return CompletableFuture.completedFuture(answered -> {
            answered.getMessage().setBody(parts);
            answered.getMessage().setHeader(ApiVideoConstants.TOTAL_PARTS, parts.size());
        });
    }
}
