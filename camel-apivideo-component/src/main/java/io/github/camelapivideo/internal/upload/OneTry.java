// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One try of a request: waits for its turn without a thread, then blocks on its own socket. Thread-safe. */
final class OneTry<T> {

    private final String what;
    private final Abort abort;
    private final Request<T> request;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    private OneTry(String what, Abort abort, Request<T> request) {
        this.what = what;
        this.abort = abort;
        this.request = request;
    }

    /** What is tried. */
    @FunctionalInterface
    interface Request<T> {
        T make() throws ApiVideoException, IOException;
    }

    /**
     * Makes it: on this thread if its turn is now, or else on a lane.
     *
     * @param again whether it has failed before
     */
    static <T> CompletableFuture<T> of(
            String what, Retry.Turn turn, boolean again, Abort abort, Executor lanes, Request<T> request) {
        OneTry<T> one = new OneTry<>(what, abort, request);
        one.begin(turn, again, lanes);
        return one.result;
    }

    private void begin(Retry.Turn turn, boolean again, Executor lanes) {
        Signal granted = new Signal(abort);
        Pace.Turn mine = turn.pace().ask(turn.budget(), again, granted::give);
        granted.then(lanes, () -> inTurn(mine), problem -> {
            mine.end(false);
            result.completeExceptionally(problem);
        });
    }

    private void inTurn(Pace.Turn mine) {
        if (abort.isAborted()) {
            mine.end(false);
            result.completeExceptionally(new CancellationException(what + " was given up"));
            return;
        }
        T value;
        try {
            value = request.make();
        } catch (ApiVideoException e) {
            mine.end(!RetryPolicy.mayPass(e));
            result.completeExceptionally(e);
            return;
        } catch (Exception | Error e) {
            mine.end(false);
            result.completeExceptionally(e);
            return;
        }
        mine.end(true);
        result.complete(value);
    }
}
