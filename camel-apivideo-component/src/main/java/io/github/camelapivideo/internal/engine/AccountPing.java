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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

/** Pings accounts with a search that matches nothing: once and at once, however busy they are. Thread-safe. */
final class AccountPing {

    // Longer than any health check waits for the answer.
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static final int TOO_MANY_REQUESTS = 429;

    private final Workers workers;
    private final Map<AccountGateway, CompletableFuture<Void>> asking = new ConcurrentHashMap<>();

    /** @param workers pings run aside: all lanes may be busy */
    AccountPing(Workers workers) {
        this.workers = workers;
    }

    /** Pings; or waits for the answer to the ping of another caller that is still open. */
    CompletableFuture<Void> ask(AccountGateway account) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        CompletableFuture<Void> other = asking.putIfAbsent(account, answer);
        if (other != null) {
            return other.copy();
        }
        try {
            workers.aside().execute(() -> ask(account, answer));
        } catch (RejectedExecutionException e) {
            end(account, answer, new IllegalStateException("The component has stopped", e));
        }
        return answer.copy();
    }

    private void ask(AccountGateway account, CompletableFuture<Void> answer) {
        Cancellation cancellation = new Cancellation();
        StallDetector.Watch watch = workers.stallDetector().watch(LONGEST, cancellation::cancel);
        ApiCalls.once(VideoRequests.ping(), account, cancellation, workers.aside())
                .whenComplete((nothing, error) -> {
                    watch.close();
                    end(account, answer, Failures.cause(error));
                });
    }

    private void end(AccountGateway account, CompletableFuture<Void> answer, Throwable problem) {
        // First of all: a caller that has the answer may ask anew.
        asking.remove(account);
        // That it is too busy for this is an answer.
        if (problem == null || problem instanceof Rejected no && no.getStatus() == TOO_MANY_REQUESTS) {
            answer.complete(null);
        } else {
            answer.completeExceptionally(problem);
        }
    }
}
