// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.internal.call.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** One call on a container that somebody has asked for. Thread-safe. */
final class SingleCall<T> implements ActiveCall {

    private final Executor lanes;
    private final Function<Cancellation, CompletableFuture<T>> call;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile Throwable reason;

    /** @param call is made on a lane, and ends with the abort */
    SingleCall(Executor lanes, Function<Cancellation, CompletableFuture<T>> call) {
        this.lanes = lanes;
        this.call = call;
    }

    /** Begins; to be called once. */
    CompletableFuture<T> start() {
        CompletableFuture.supplyAsync(() -> call.apply(cancellation), lanes)
                .thenCompose(Function.identity())
                .whenComplete(this::ended);
        return result;
    }

    private void ended(T value, Throwable problem) {
        if (problem == null) {
            result.complete(value);
            return;
        }
        // What was cancelled fails with that; why it was cancelled tells more.
        Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
        result.completeExceptionally(reason != null ? reason : cause);
    }

    @Override
    public CompletableFuture<T> stop(Throwable why) {
        reason = why;
        cancellation.cancel();
        return result;
    }

    @Override
    public CompletableFuture<T> giveUp() {
        return result;
    }
}
