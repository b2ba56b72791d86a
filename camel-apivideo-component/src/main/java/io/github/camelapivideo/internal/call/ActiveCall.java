// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** What the engine has begun, and can end. */
public interface ActiveCall {

    /** Ends it before it is complete, and tells when it has ended. */
    CompletableFuture<?> stop(Throwable reason);

    /** Ends the cleaning up after it, too. */
    CompletableFuture<?> giveUp();

    /** Returns true if it sends bytes into this video. */
    default boolean fills(String videoId) {
        return false;
    }

    /** A call of its own, for an operation that asks nothing else. Thread-safe. */
    final class Single<T> implements ActiveCall {

        private final ApiCall<T> call;
        private final ApiCalls calls;
        private final Executor lanes;
        private final Cancellation cancellation = new Cancellation();
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private volatile Throwable reason;

        public Single(ApiCall<T> call, ApiCalls calls, Executor lanes) {
            this.call = call;
            this.calls = calls;
            this.lanes = lanes;
        }

        /** Begins, on a lane; to be called once. */
        public CompletableFuture<T> start() {
            CompletableFuture.supplyAsync(() -> calls.execute(call, cancellation), lanes)
                    .thenCompose(Function.identity())
                    .whenComplete(this::ended);
            return result;
        }

        private void ended(T value, Throwable problem) {
            if (problem == null) {
                result.complete(value);
            } else {
                // A cancelled call fails with that; why it was cancelled tells more.
                result.completeExceptionally(reason != null ? reason : Failures.cause(problem));
            }
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
}
