// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Workers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Carries out calls as one account. Each call waits for its permit and the credentials, is sent, and is tried again
 * until it succeeds or its failure is final. Thread-safe.
 */
public final class ApiCalls {

    private final AccountGateway account;
    private final RetryPolicy policy;
    private final FreshContainers fresh;
    private final Workers workers;
    private final Observer observer;
    private final RetryWaits waits;

    /** @param fresh the new containers, which not every server of the service may know yet */
    public ApiCalls(AccountGateway account, RetryPolicy policy, FreshContainers fresh, Workers workers) {
        this(account, policy, fresh, workers, Observer.NONE, new RetryWaits());
    }

    private ApiCalls(
            AccountGateway account,
            RetryPolicy policy,
            FreshContainers fresh,
            Workers workers,
            Observer observer,
            RetryWaits waits) {
        this.account = account;
        this.policy = policy;
        this.fresh = fresh;
        this.workers = workers;
        this.observer = observer;
        this.waits = waits;
    }

    /** Returns the same, telling an observer of the requests. */
    public ApiCalls toldTo(Observer listening) {
        return new ApiCalls(account, policy, fresh, workers, listening, waits);
    }

    /** Returns the same, telling of its waits for retries. */
    public ApiCalls waitingIn(RetryWaits others) {
        return new ApiCalls(account, policy, fresh, workers, observer, others);
    }

    /** Returns how many parts the account may still send in this minute; what is given, if that is not known. */
    public int uploadsLeft(int otherwise) {
        return account.gate().left(RequestGate.Budget.UPLOADS, otherwise);
    }

    /** Returns true if an account is set; an upload token alone opens no account. */
    public boolean isAccount() {
        return account.isAccount();
    }

    /**
     * Carries out a call. It begins on this thread if it needs no wait, and continues on the lanes.
     *
     * @param cancellation ends the call early
     * @return the value of the call; it fails with an {@code ApiVideoException} if the service refused it or did not
     *     answer, a {@code SourceException} if its body cannot be read, a {@code CancellationException} if it was
     *     cancelled before it was sent
     */
    public <T> CompletableFuture<T> execute(ApiCall<T> call, Cancellation cancellation) {
        return new Retrier<>(call, account, policy, fresh, workers, observer, waits, cancellation).start();
    }

    /**
     * Carries out a call once and at once: it waits for no permit, and is not tried again.
     *
     * @param threads run the request, which blocks
     */
    public static <T> CompletableFuture<T> once(
            ApiCall<T> call, AccountGateway account, Cancellation cancellation, Executor threads) {
        AccountGateway atOnce = new AccountGateway(
                account.environment(), account.transport(), new AtOnce(account.gate()), account.credentials());
        return Attempt.of(call, atOnce, FreshContainers.NONE, 0, false, cancellation, threads, Observer.NONE);
    }

    /** Grants every permit at once; what an answer announces counts for all requests of the account. */
    private record AtOnce(RequestGate account) implements RequestGate {

        @Override
        public Permit ask(Budget budget, boolean again, Runnable granted) {
            return FREE.ask(budget, again, granted);
        }

        @Override
        public void observe(Budget budget, RateLimit limit, boolean success) {
            account.observe(budget, limit, success);
        }
    }

    /** Registers a container that was created just now, perhaps by another node: the service may not know it yet. */
    public void isFresh(String videoId) {
        fresh.add(videoId, policy.recordTimeout());
    }
}
