// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.internal.call.Cancellation;
import io.github.camelapivideo.internal.call.OneTry;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.call.Retrier;
import io.github.camelapivideo.internal.call.StallDetector;
import io.github.camelapivideo.internal.container.AccountGateway;
import io.github.camelapivideo.internal.container.UploadLabel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Whether accounts answer: asked for something that is not there, once and at once, however busy they are. Thread-safe.
 */
final class AccountPing {

    // Longer than anybody waits for the answer.
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static final int TOO_MANY_REQUESTS = 429;

    private final Executor threads;
    private final StallDetector watchdog;
    private final Map<AccountGateway, CompletableFuture<Void>> asking = new ConcurrentHashMap<>();

    /** @param threads not those of the uploads, which may all be busy */
    AccountPing(Executor threads, StallDetector watchdog) {
        this.threads = threads;
        this.watchdog = watchdog;
    }

    /** Asks; or waits for the answer to the same question, if somebody has asked it already. */
    CompletableFuture<Void> ask(AccountGateway remote) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        CompletableFuture<Void> other = asking.putIfAbsent(remote, answer);
        if (other != null) {
            return other.copy();
        }
        try {
            threads.execute(() -> ask(remote, answer));
        } catch (RejectedExecutionException e) {
            end(remote, answer, new IllegalStateException("The component has stopped", e));
        }
        return answer.copy();
    }

    private void ask(AccountGateway remote, CompletableFuture<Void> answer) {
        Cancellation cancellation = new Cancellation();
        StallDetector.Watch watch = watchdog.watch(LONGEST, cancellation::cancel);
        Retrier.Turn atOnce = new Retrier.Turn(RequestGate.FREE, RequestGate.Budget.READS, remote.access());
        OneTry.of("Asking the account", atOnce, false, cancellation, threads, () -> remote.videos()
                        .orElseThrow()
                        .until(cancellation)
                        .find(UploadLabel.NOBODY, 1))
                .whenComplete((nothing, error) -> {
                    watch.close();
                    end(remote, answer, error instanceof CompletionException ? error.getCause() : error);
                });
    }

    private void end(AccountGateway remote, CompletableFuture<Void> answer, Throwable problem) {
        // First of all: who has the answer may ask anew.
        asking.remove(remote);
        // That it is too busy for this is an answer.
        if (problem == null || problem instanceof Rejected no && no.getStatus() == TOO_MANY_REQUESTS) {
            answer.complete(null);
        } else {
            answer.completeExceptionally(problem);
        }
    }
}
