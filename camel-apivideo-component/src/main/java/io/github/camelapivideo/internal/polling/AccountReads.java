// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.list.ListReader;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Reads from the account, behind all reads that do not poll. Blocks until there is an answer or the poll is cancelled.
 * For one poll and its thread.
 */
final class AccountReads implements ListReader.Caller {

    private final Port port;
    private final Cancellation poll;

    /** Port: carries out requests of an account. */
    @FunctionalInterface
    public interface Port {
        /** Carries out a request until it succeeds, its failure is final, or it is cancelled. */
        <T> CompletableFuture<T> call(ApiCall<T> call, Cancellation until);
    }

    AccountReads(Port port, Cancellation poll) {
        this.port = port;
        this.poll = poll;
    }

    @Override
    public <R> CompletableFuture<R> call(ApiCall<R> call) {
        return port.call(call.countingAs(Budget.POLLS), poll);
    }

    /** Returns the answer to a request. */
    <R> R read(ApiCall<R> call) throws ApiVideoException {
        return await(call(call));
    }

    /**
     * Returns the result.
     *
     * @throws CancellationException if the poll was cancelled
     */
    <R> R await(CompletableFuture<R> result) throws ApiVideoException {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (ExecutionException e) {
            return fail(Failures.cause(e.getCause()));
        }
    }

    private <R> R fail(Throwable failure) throws ApiVideoException {
        if (poll.isCancelled()) {
            throw cancelled(failure);
        }
        if (failure instanceof ApiVideoException refusal) {
            throw refusal;
        }
        throw failure instanceof RuntimeException problem ? problem : new IllegalStateException(failure);
    }

    private static CancellationException cancelled(Throwable cause) {
        CancellationException cancelled = new CancellationException("the poll was cancelled");
        cancelled.initCause(cause);
        return cancelled;
    }
}
