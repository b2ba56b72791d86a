// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.list;

import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reads a list page after page. For one thread at a time. */
public final class ListReader<T> {

    /** The largest number of items that are collected. */
    static final int MOST_COLLECTED = 10_000;

    private final Listing<T> listing;
    private final Caller caller;
    private final PageWalk<T> walk;
    private Page<T> first;

    /** Port: carries out requests. */
    @FunctionalInterface
    public interface Caller {
        /** Carries out a request until it succeeds or its failure is final. */
        <R> CompletableFuture<R> call(ApiCall<R> call);
    }

    public ListReader(Listing<T> listing, Caller caller) {
        this.listing = listing;
        this.caller = caller;
        this.walk = listing.walk();
    }

    /** Returns the first page; null before it was read. It tells how long the list was. */
    public Page<T> first() {
        return first;
    }

    /**
     * Reads all items.
     *
     * @return the items; it fails with an {@code IllegalStateException} if they are too many
     */
    public CompletableFuture<List<T>> all() {
        return collect(new ArrayList<>());
    }

    private CompletableFuture<List<T>> collect(List<T> items) {
        return next().thenCompose(more -> {
            items.addAll(more);
            checkLength(items.size());
            return isDone() ? CompletableFuture.completedFuture(items) : collect(items);
        });
    }

    // A list that is cut would look complete.
    private void checkLength(int collected) {
        long length = first.itemsTotal() == null ? collected : Math.max(collected, first.itemsTotal());
        if (length > MOST_COLLECTED) {
            throw new IllegalStateException("There are " + length + " or more items in " + listing.what()
                    + ", too many for one list: allowed are "
                    + MOST_COLLECTED + ". Set outputType=stream, which gives them one after another, or currentPage,"
                    + " which gives one page");
        }
    }

    /** Returns true if all items were given. */
    public boolean isDone() {
        return walk.isDone();
    }

    /** Reads on until there are new items; none if all were given. */
    public CompletableFuture<List<T>> next() {
        if (walk.isDone()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return caller.call(listing.pageOfWalk(walk.window())).thenCompose(page -> {
            first = first == null ? page : first;
            List<T> fresh = walk.take(page);
            return fresh.isEmpty() ? next() : CompletableFuture.completedFuture(fresh);
        });
    }
}
