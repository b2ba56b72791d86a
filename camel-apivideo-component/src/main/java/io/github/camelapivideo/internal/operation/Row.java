// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.Input;
import io.github.camelapivideo.internal.input.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An operation: the part of the documents it belongs to, the access it needs, what it does, and what it reads.
 * Immutable.
 *
 * @param account true if it needs an account; false if an upload token is enough
 * @param handler makes the handler for the exchanges of one endpoint
 */
record Row(Group group, boolean account, Function<OperationContext, OperationHandler> handler, List<Input<?>> inputs) {

    /** The part of the documents that an operation belongs to. */
    enum Group {
        /** The body of an exchange becomes a video. */
        uploads,
        /** A video that exists. */
        videos,
        /** A small file beside a video: captions, chapters, an image. */
        assets,
        /** What an account has beside its videos. */
        account,
        /** The players that show videos. */
        players,
        /** Live streams. */
        liveStreams,
        /** Summaries of videos. */
        summaries,
        /** Numbers of views. */
        analytics,
        /** Requests that no other operation sends. */
        requests
    }

    static Row of(Group group, Function<OperationContext, OperationHandler> handler) {
        return new Row(group, true, handler, List.of());
    }

    /** An operation that is one request. */
    static <T> Row call(
            Group group, Function<ExchangeValues, ApiCall<T>> request, BiFunction<T, ExchangeValues, Reply> reply) {
        return of(group, context -> exchange -> {
            ExchangeValues values = context.values(exchange);
            return context.call(request.apply(values)).thenApply(answer -> reply.apply(answer, values));
        });
    }

    /** Returns the same operation, which an upload token opens, too. */
    Row withUploadToken() {
        return new Row(group, false, handler, inputs);
    }

    /**
     * Returns the same operation, which then waits for the video in its reply, if the option {@code waitFor} is set. To
     * be called after everything else that the operation does.
     */
    Row thenWaiting() {
        return thenWaiting(false);
    }

    /** Returns the same operation, which sends one part, and then waits for the video if all parts have arrived. */
    Row thenWaitingIfComplete() {
        return thenWaiting(true);
    }

    private Row thenWaiting(boolean onlyIfComplete) {
        Function<OperationContext, OperationHandler> waiting =
                context -> Waiting.after(handler.apply(context), context, onlyIfComplete);
        return new Row(group, account, waiting, inputs).reading(Inputs.WAITING);
    }

    /** Returns the same operation, which also reads these inputs. */
    Row reading(Input<?>... more) {
        return reading(List.of(more));
    }

    /** Returns the same operation, which also reads these inputs. */
    Row reading(List<Input<?>> more) {
        List<Input<?>> all = new ArrayList<>(inputs);
        all.addAll(more);
        return new Row(group, account, handler, List.copyOf(all));
    }
}
