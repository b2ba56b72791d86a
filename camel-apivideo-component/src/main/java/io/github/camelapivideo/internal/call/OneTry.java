// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One try of a request: waits without a thread for its turn and for the account's access, then blocks on its own socket.
 * If the access ends meanwhile, it is made again. Thread-safe.
 */
public final class OneTry<T> {

    // An access token may end while a part is on its way, and the next one too, if the part takes long.
    private static final int MAX_RENEWALS = 5;

    private final String what;
    private final Retrier.Turn turn;
    private final boolean again;
    private final Cancellation cancellation;
    private final Executor lanes;
    private final Request<T> request;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    // Written by one thread after another.
    private int renewals;

    private OneTry(
            String what,
            Retrier.Turn turn,
            boolean again,
            Cancellation cancellation,
            Executor lanes,
            Request<T> request) {
        this.what = what;
        this.turn = turn;
        this.again = again;
        this.cancellation = cancellation;
        this.lanes = lanes;
        this.request = request;
    }

    /** What is tried. */
    @FunctionalInterface
    public interface Request<T> {
        T make() throws ApiVideoException, IOException;
    }

    /**
     * Makes it: on this thread if nothing has to be waited for, or else on a lane.
     *
     * @param again whether it has failed before
     */
    public static <T> CompletableFuture<T> of(
            String what,
            Retrier.Turn turn,
            boolean again,
            Cancellation cancellation,
            Executor lanes,
            Request<T> request) {
        OneTry<T> one = new OneTry<>(what, turn, again, cancellation, lanes, request);
        one.begin();
        return one.result;
    }

    private void begin() {
        Gate granted = new Gate(cancellation);
        RequestGate.Permit mine = turn.pace().ask(turn.budget(), again, granted::give);
        granted.then(lanes, () -> inTurn(mine), lost(mine));
    }

    private void inTurn(RequestGate.Permit mine) {
        if (isGivenUp(mine)) {
            return;
        }
        CompletableFuture<Void> ready = turn.access().ready(cancellation);
        Gate signal = new Gate(cancellation);
        ready.whenComplete((nothing, problem) -> signal.give());
        signal.then(lanes, () -> withAccess(ready, mine), lost(mine));
    }

    private Consumer<Throwable> lost(RequestGate.Permit mine) {
        return problem -> {
            mine.end(false);
            result.completeExceptionally(problem);
        };
    }

    private boolean isGivenUp(RequestGate.Permit mine) {
        if (cancellation.isCancelled()) {
            lost(mine).accept(new CancellationException(what + " was given up"));
        }
        return cancellation.isCancelled();
    }

    private void withAccess(CompletableFuture<Void> ready, RequestGate.Permit mine) {
        if (isGivenUp(mine)) {
            return;
        }
        T value;
        try {
            ready.join();
            value = request.make();
        } catch (CompletionException e) {
            failed(e.getCause(), mine);
            return;
        } catch (Exception | Error e) {
            failed(e, mine);
            return;
        }
        mine.end(true);
        result.complete(value);
    }

    private void failed(Throwable problem, RequestGate.Permit mine) {
        boolean answered = problem instanceof ApiVideoException failure && !RetryPolicy.mayPass(failure);
        mine.end(answered || problem instanceof NotYetKnown);
        if (!(problem instanceof CredentialsLost loss)) {
            result.completeExceptionally(problem);
        } else if (renewals++ < MAX_RENEWALS) {
            begin();
        } else {
            result.completeExceptionally(loss.reason());
        }
    }
}
