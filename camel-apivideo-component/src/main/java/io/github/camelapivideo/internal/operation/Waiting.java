// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.Inputs;
import io.github.camelapivideo.internal.waiting.VideoWaits;
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

    /**
     * Returns the handler that also waits; the first one if the option {@code waitFor} is not set.
     *
     * @param onlyIfComplete true if the operation sends one part: it waits only if the service then has all parts
     */
    static OperationHandler after(OperationHandler first, OperationContext context, boolean onlyIfComplete) {
        WaitPlan plan = context.settings().waitPlan(WaitGoal.none);
        return plan.goal() == WaitGoal.none ? first : new After(first, context, plan, onlyIfComplete);
    }

    /** Carries out an operation and then waits for the video in its reply. A wait that fails undoes nothing of the operation. */
    private static final class After implements OperationHandler {

        private final OperationHandler first;
        private final OperationContext context;
        private final WaitPlan plan;
        private final boolean onlyIfComplete;

        After(OperationHandler first, OperationContext context, WaitPlan plan, boolean onlyIfComplete) {
            this.first = first;
            this.context = context;
            this.plan = plan;
            this.onlyIfComplete = onlyIfComplete;
        }

        @Override
        public CompletableFuture<Reply> handle(Exchange exchange) throws Exception {
            return onlyIfComplete ? afterPart(exchange) : first.handle(exchange).thenCompose(this::waited);
        }

        private CompletableFuture<Reply> waited(Reply reply) {
            return context.await(reply.videoId(), plan).thenApply(reply::with);
        }

        private CompletableFuture<Reply> afterPart(Exchange exchange) throws Exception {
            long number = context.values(exchange).withPlannedPart().required(Inputs.PART_NUMBER);
            return first.handle(exchange).thenCompose(reply -> context.call(
                            VideoWaits.statusWithPart(reply.videoId(), Math.toIntExact(number), plan.goal()))
                    .thenCompose(status -> afterPart(reply, status)));
        }

        private CompletableFuture<Reply> afterPart(Reply reply, VideoStatus status) {
            return status.complete() ? waited(reply) : CompletableFuture.completedFuture(reply.with(status));
        }
    }
}
