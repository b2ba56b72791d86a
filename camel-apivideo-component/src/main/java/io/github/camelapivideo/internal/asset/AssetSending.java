// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.asset;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.internal.call.ActiveCall;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiCall.NotYetKnown;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.source.WatchedContent;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import io.github.camelapivideo.internal.thread.Workers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Sends one small file until the service has it. Thread-safe. Closes the file in the end. */
public final class AssetSending<T> implements ActiveCall {

    // How the service refuses a second file of the same name is not documented.
    private static final Set<Integer> MAY_BE_THERE = Set.of(400, 409);

    private final ReadyAsset asset;
    private final AssetCall<T> call;
    private final ApiCalls calls;
    private final Workers workers;
    private final LongConsumer written;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile Throwable reason;

    /** @param written receives the bytes that have gone out */
    public AssetSending(ReadyAsset asset, AssetCall<T> call, ApiCalls calls, Workers workers, LongConsumer written) {
        this.asset = asset;
        this.call = call;
        this.calls = calls;
        this.workers = workers;
        this.written = written;
    }

    /** Begins, on a lane; to be called once. */
    public CompletableFuture<T> start() {
        try {
            CompletableFuture.supplyAsync(this::send, workers.lanes())
                    .thenCompose(Function.identity())
                    .whenComplete(this::ended);
        } catch (RejectedExecutionException e) {
            ended(null, e);
        }
        return result;
    }

    private CompletableFuture<T> send() {
        ApiCall<T> post = call.post().of(form());
        return call.existing() == null
                ? calls.execute(post, cancellation)
                : calls.execute(call.existing().ifExists(), cancellation)
                        .thenCompose(before -> before.isPresent() ? calls.execute(post, cancellation) : create(post));
    }

    private RequestBody.File form() {
        WatchedContent content =
                new WatchedContent(asset.content(), workers, asset.file().sourceTimeout(), this::stop);
        return new RequestBody.File(Map.of(), null, asset.fileName(), content, written);
    }

    /**
     * Sends a file that is the first of its name. A second file may be refused: if the answer to an earlier try was
     * lost, the file that is there can only be this one. Without a refusal the repetition has made sure of it.
     */
    private CompletableFuture<T> create(ApiCall<T> post) {
        ApiCall<Created<T>> first = post.<Created<T>>map(value -> new Created<>(value, null))
                .recovering((failure, maybeDone) -> maybeDone && MAY_BE_THERE.contains(failure.getStatus())
                        ? Optional.of(new Created<>(null, (Rejected) failure))
                        : Optional.empty());
        return calls.execute(first, cancellation)
                .thenCompose(created -> created.refusal() == null
                        ? CompletableFuture.completedFuture(created.value())
                        : calls.execute(found(created.refusal()), cancellation));
    }

    /** @param refusal of a file that may be there already; null if it was accepted */
    private record Created<T>(T value, ApiVideoException refusal) {}

    private ApiCall<T> found(ApiVideoException refusal) {
        return call.existing().ifExists().map(found -> {
            if (found.isEmpty()) {
                throw new NotYetKnown(refusal);
            }
            return found.get();
        });
    }

    private void ended(T value, Throwable problem) {
        asset.close();
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
