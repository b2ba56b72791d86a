// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Workers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Carries out calls as one account: each waits for its permit and the credentials, is sent, and is tried again until it
 * succeeds or its failure is final. Thread-safe.
 */
public final class ApiCalls {

    private final AccountGateway account;
    private final RetryPolicy policy;
    private final FreshContainers fresh;
    private final Workers workers;

    /** @param fresh the containers that the service may not know everywhere yet */
    public ApiCalls(AccountGateway account, RetryPolicy policy, FreshContainers fresh, Workers workers) {
        this.account = account;
        this.policy = policy;
        this.fresh = fresh;
        this.workers = workers;
    }

    /** Returns whether there is an account to ask: an upload token alone opens none. */
    public boolean isAccount() {
        return account.isAccount();
    }

    /**
     * Carries out a call. It begins on this thread, if nothing has to be waited for, and goes on on the lanes.
     *
     * @param cancellation ends it early
     * @return its value; in the end, an {@code ApiVideoException} if the service refused it or did not answer, a {@code
     *     SourceException} if its body cannot be read, a {@code CancellationException} if it was cancelled before it was
     *     sent
     */
    public <T> CompletableFuture<T> execute(ApiCall<T> call, Cancellation cancellation) {
        return new Retrier<>(call, account, policy, fresh, workers, cancellation).start();
    }

    /**
     * Carries out a call once and at once: it waits for no permit, and is not tried again.
     *
     * @param threads what it blocks on
     */
    public static <T> CompletableFuture<T> once(
            ApiCall<T> call, AccountGateway account, Cancellation cancellation, Executor threads) {
        AccountGateway atOnce = new AccountGateway(account.transport(), RequestGate.FREE, account.credentials());
        return Attempt.of(call, atOnce, FreshContainers.NONE, false, false, cancellation, threads);
    }

    /** Learns of a container that was created just now, perhaps by another node: the service may not know it yet. */
    public void isFresh(String videoId) {
        fresh.add(videoId, policy.recordTimeout());
    }
}
