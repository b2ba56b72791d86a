// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.input.Inputs;
import io.github.camelapivideo.internal.waiting.VideoWaits;
import io.github.camelapivideo.internal.waiting.WaitGoal;
import io.github.camelapivideo.internal.waiting.WaitPlan;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/**
 * Carries out an operation and then waits for the video in its reply. A wait that fails undoes nothing of the operation.
 */
final class ThenWaiting implements OperationHandler {

    private final OperationHandler first;
    private final OperationContext context;
    private final WaitPlan plan;
    private final boolean onlyIfComplete;

    private ThenWaiting(OperationHandler first, OperationContext context, WaitPlan plan, boolean onlyIfComplete) {
        this.first = first;
        this.context = context;
        this.plan = plan;
        this.onlyIfComplete = onlyIfComplete;
    }

    /**
     * Returns the handler that also waits; the first one if the option {@code waitFor} is not set.
     *
     * @param onlyIfComplete true if the operation sends one part: it waits only if the service then has all parts
     */
    static OperationHandler of(OperationHandler first, OperationContext context, boolean onlyIfComplete) {
        WaitPlan plan = context.settings().waitPlan(WaitGoal.none);
        return plan.goal() == WaitGoal.none ? first : new ThenWaiting(first, context, plan, onlyIfComplete);
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
