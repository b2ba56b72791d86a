// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.list;

import io.github.camelapivideo.internal.thread.Failures;
import java.io.Closeable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * All items of a list, one after another. Reads a page when its first item is asked for, and blocks the thread that
 * asks. Remembers the identifiers of the items that it has given. For one thread at a time. Closing it ends it.
 */
public final class ResultStream<T> implements Iterator<T>, Closeable {

    private final ListReader<T> reader;
    private Iterator<T> page;
    private IllegalStateException failure;
    private boolean closed;

    private ResultStream(ListReader<T> reader, List<T> first) {
        this.reader = reader;
        this.page = first.iterator();
    }

    /**
     * Opens a list.
     *
     * @return completed when its first page was read
     */
    public static <T> CompletableFuture<ResultStream<T>> open(ListReader<T> reader) {
        return reader.next().thenApply(first -> new ResultStream<>(reader, first));
    }

    /** Returns true if there is another item, or if the next page cannot be read, which {@link #next} then throws. */
    @Override
    public boolean hasNext() {
        while (!page.hasNext() && failure == null && !closed && !reader.isDone()) {
            read();
        }
        return page.hasNext() || failure != null;
    }

    // Camel asks for the next item before it has processed the one at hand, which a failure must not take away.
    private void read() {
        try {
            page = awaited(reader.next()).iterator();
        } catch (IllegalStateException e) {
            failure = e;
        }
    }

    /**
     * Returns the next item.
     *
     * @throws IllegalStateException if the next page cannot be read; its cause is the failure. The stream then ends.
     *     A {@code CancellationException} if the component stops
     */
    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (page.hasNext()) {
            return page.next();
        }
        IllegalStateException thrown = failure;
        close();
        throw thrown;
    }

    @Override
    public void close() {
        closed = true;
        failure = null;
        page = Collections.emptyIterator();
    }

    private static <R> R awaited(CompletableFuture<R> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The thread that reads the list was interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = Failures.cause(e.getCause());
            if (cause instanceof CancellationException cancelled) {
                throw cancelled;
            }
            throw new IllegalStateException("The list cannot be read to its end: " + cause.getMessage(), cause);
        }
    }
}
