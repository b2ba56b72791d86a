// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.internal.body.PlannedBytes;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/**
 * The body becomes the list of its parts, for a splitter. Nothing is asked of the service. Of a file, and of bytes in memory,
 * samples are read, which tell their parts from others; of a stream nothing.
 */
final class PlanPartsOperation implements OperationHandler {

    private final OperationContext context;

    PlanPartsOperation(OperationContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) throws IOException {
        List<PlannedPart> parts = PlannedBytes.identify(
                context.options(exchange).plannedParts(), exchange.getMessage().getBody());
        return CompletableFuture.completedFuture(answered -> {
            answered.getMessage().setBody(parts);
            answered.getMessage().setHeader(ApiVideoConstants.TOTAL_PARTS, parts.size());
        });
    }
}
