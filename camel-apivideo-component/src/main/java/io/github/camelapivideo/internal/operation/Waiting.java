// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.Inputs;
import io.github.camelapivideo.internal.waiting.WaitGoal;
import io.github.camelapivideo.internal.waiting.WaitPlan;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** Waits for the video of an exchange; the answer is its status. */
final class Waiting implements OperationHandler {

    private final OperationContext context;
    private final WaitPlan plan;

    Waiting(OperationContext context) {
        this.context = context;
        this.plan = context.settings().waitPlan(WaitGoal.playable);
        if (plan.goal() == WaitGoal.none) {
            throw new IllegalArgumentException(
                    "waitFor=none: allowed for waitForVideo are uploaded, playable, encoded");
        }
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        ExchangeValues values = context.values(exchange);
        return context.await(values.required(Inputs.VIDEO_ID), plan).thenApply(status -> Reply.status(status, values));
    }
}
