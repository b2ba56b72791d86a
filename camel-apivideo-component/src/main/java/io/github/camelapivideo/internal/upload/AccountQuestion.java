// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException.Rejected;
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
final class AccountQuestion {

    // Longer than anybody waits for the answer.
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static final int TOO_MANY_REQUESTS = 429;

    private final Executor threads;
    private final Watchdog watchdog;
    private final Map<Remote, CompletableFuture<Void>> asking = new ConcurrentHashMap<>();

    /** @param threads not those of the uploads, which may all be busy */
    AccountQuestion(Executor threads, Watchdog watchdog) {
        this.threads = threads;
        this.watchdog = watchdog;
    }

    /** Asks; or waits for the answer to the same question, if somebody has asked it already. */
    CompletableFuture<Void> ask(Remote remote) {
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

    private void ask(Remote remote, CompletableFuture<Void> answer) {
        Abort abort = new Abort();
        Watchdog.Watch watch = watchdog.watch(LONGEST, abort::abort);
        Retry.Turn atOnce = new Retry.Turn(Pace.FREE, Pace.Budget.READS, remote.access());
        OneTry.of("Asking the account", atOnce, false, abort, threads, () -> remote.videos()
                        .orElseThrow()
                        .until(abort)
                        .find(Mark.NOBODY, 1))
                .whenComplete((nothing, error) -> {
                    watch.close();
                    end(remote, answer, error instanceof CompletionException ? error.getCause() : error);
                });
    }

    private void end(Remote remote, CompletableFuture<Void> answer, Throwable problem) {
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
