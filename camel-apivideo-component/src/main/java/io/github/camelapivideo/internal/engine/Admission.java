// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.engine;

import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Lets a limited number of uploads run at once. The others wait in the order of their arrival, without a thread and with
 * nothing opened. Thread-safe.
 */
final class Admission {

    private final int most;
    private final Executor threads;

    // Null as long as uploads may wait
    private volatile CancellationException end;

    // Guarded by this
    private final Queue<Waiting<?>> waiting = new ArrayDeque<>();
    private int running;

    /**
     * @param most the largest number of uploads at once
     * @param threads begin the uploads that have waited
     */
    Admission(int most, Executor threads) {
        this.most = most;
        this.threads = threads;
    }

    private record Waiting<T>(Callable<CompletableFuture<T>> upload, CompletableFuture<T> result) {}

    /**
     * Runs an upload: on the caller's thread if it may begin now.
     *
     * @param until ends the wait; an upload that has begun ends by itself then
     * @return what the upload returns or throws; a {@code CancellationException} if it could not begin before the end,
     *     and the reason of the cancellation if that came before it could begin
     */
    <T> CompletableFuture<T> run(Callable<CompletableFuture<T>> upload, Cancellation until) {
        Waiting<T> arrived = new Waiting<>(upload, new CompletableFuture<>());
        if (begins(arrived)) {
            begin(arrived);
        } else if (end != null) {
            failWaiting();
        } else {
            endWith(until, arrived);
        }
        return arrived.result();
    }

    private void endWith(Cancellation until, Waiting<?> arrived) {
        Cancellation.Registration registration = until.onCancel(() -> {
            if (takesBack(arrived)) {
                aside(() -> arrived.result().completeExceptionally(until.reason()));
            }
        });
        arrived.result().whenComplete((value, problem) -> registration.close());
    }

    private synchronized boolean takesBack(Waiting<?> arrived) {
        return waiting.remove(arrived);
    }

    private synchronized boolean begins(Waiting<?> arrived) {
        if (running == most) {
            waiting.add(arrived);
            return false;
        }
        running++;
        return true;
    }

    private <T> void begin(Waiting<T> admitted) {
        CompletableFuture<T> upload;
        try {
            upload = admitted.upload().call();
        } catch (Exception | Error e) {
            upload = CompletableFuture.failedFuture(e);
        }
        upload.whenComplete((value, problem) -> {
            // The next upload begins first: the exchange of this one may continue for long on this thread.
            admitNext();
            if (problem == null) {
                admitted.result().complete(value);
            } else {
                admitted.result().completeExceptionally(Failures.cause(problem));
            }
        });
    }

    private void admitNext() {
        Waiting<?> next = next();
        if (next == null) {
            return;
        }
        aside(() -> begin(next));
    }

    private void aside(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            // The threads have been shut down: the upload fails here, as the engine says.
            work.run();
        }
    }

    private synchronized Waiting<?> next() {
        Waiting<?> next = waiting.poll();
        if (next == null) {
            running--;
        }
        return next;
    }

    /** Ends the uploads that wait, and from now on those that would have to. Those that run continue. */
    void end(CancellationException why) {
        end = why;
        failWaiting();
    }

    private void failWaiting() {
        takeWaiting().forEach(upload -> upload.result().completeExceptionally(end));
    }

    private synchronized List<Waiting<?>> takeWaiting() {
        List<Waiting<?>> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
