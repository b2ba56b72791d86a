// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.engine;

import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import io.github.camelapivideo.internal.thread.StallDetector;
import io.github.camelapivideo.internal.thread.Workers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Pings accounts with a search that matches nothing: once and at once, however busy they are. The caller keeps the
 * answers. Thread-safe.
 */
final class AccountPing {

    // A later answer counts as none.
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int TOO_MANY_REQUESTS = 429;

    private final Workers workers;

    /** @param workers pings run aside: all lanes may be busy */
    AccountPing(Workers workers) {
        this.workers = workers;
    }

    CompletableFuture<Void> ask(AccountGateway account) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        try {
            workers.aside().execute(() -> ask(account, answer));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new IllegalStateException("The component has stopped", e));
        }
        return answer;
    }

    private void ask(AccountGateway account, CompletableFuture<Void> answer) {
        Cancellation cancellation = new Cancellation();
        StallDetector.Watch watch = workers.stallDetector().watch(LONGEST, cancellation::cancel);
        ApiCalls.once(VideoRequests.ping(), account, cancellation, workers.aside())
                .whenComplete((nothing, error) -> {
                    watch.close();
                    end(answer, watch.isStalled() ? late() : Failures.cause(error));
                });
    }

    private static TimeoutException late() {
        return new TimeoutException("The account has not answered for " + LONGEST.toSeconds() + " s");
    }

    private static void end(CompletableFuture<Void> answer, Throwable problem) {
        // That it is too busy for this is an answer.
        if (problem == null || problem instanceof Rejected no && no.getStatus() == TOO_MANY_REQUESTS) {
            answer.complete(null);
        } else {
            answer.completeExceptionally(problem);
        }
    }
}
