// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.engine;

import io.github.camelapivideo.internal.call.ActiveCall;
import io.github.camelapivideo.internal.call.RetryWaits;
import io.github.camelapivideo.internal.call.Stopping;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.NoMoreThreads;
import io.github.camelapivideo.internal.thread.StallDetector;
import io.github.camelapivideo.internal.thread.Workers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** The uploads and calls that run, and their ends: a cancellation, or a stop. Thread-safe. */
final class ActiveCalls {

    /** How long what has been stopped may take after its clean-up was given up, too. */
    static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

    private static final Duration LONGEST_CLEAN_UP = Duration.ofMinutes(1);
    private static final Duration HURRIED_CLEAN_UP = Duration.ofSeconds(5);

    private final Workers workers;
    private final Map<ActiveCall, RetryWaits> running = new ConcurrentHashMap<>();
    private volatile boolean leaving;
    private volatile boolean stopped;

    ActiveCalls(Workers workers) {
        this.workers = workers;
    }

    /** Returns true if one that runs sends bytes into this video. */
    boolean isFilling(String videoId) {
        return running.keySet().stream().anyMatch(call -> call.fills(videoId));
    }

    /**
     * Begins something.
     *
     * @param retries its waits for retries
     * @param until ends it; its clean-up has a minute then
     * @return its result
     */
    <T> CompletableFuture<T> run(
            ActiveCall work, RetryWaits retries, Supplier<CompletableFuture<T>> start, Cancellation until) {
        running.put(work, retries);
        CompletableFuture<T> result = begun(start);
        if (leaving) {
            leave(work, retries);
        }
        if (stopped) {
            work.stop(new Stopping());
        }
        // Aside, so that nothing of the end happens while the cancellation is locked.
        Cancellation.Registration registration =
                until.onCancel(() -> workers.aside().execute(() -> end(work, until.reason(), LONGEST_CLEAN_UP)));
        return result.whenComplete((done, error) -> {
            running.remove(work);
            registration.close();
        });
    }

    // The lanes may be gone already.
    private static <T> CompletableFuture<T> begun(Supplier<CompletableFuture<T>> start) {
        try {
            return start.get();
        } catch (NoMoreThreads e) {
            return CompletableFuture.failedFuture(e);
        } catch (RejectedExecutionException e) {
            CancellationException late = new Stopping();
            late.addSuppressed(e);
            return CompletableFuture.failedFuture(late);
        }
    }

    private void end(ActiveCall work, Throwable why, Duration cleanUp) {
        CompletableFuture<?> ended = work.stop(why != null ? why : new CancellationException("the caller has stopped"));
        StallDetector.Watch patience = workers.stallDetector().watch(cleanUp, work::giveUp);
        ended.whenComplete((done, error) -> patience.close());
    }

    /** Ends each one as soon as it only waits for a retry; its clean-up has a few seconds then. The others continue. */
    void leave() {
        leaving = true;
        running.forEach(this::leave);
    }

    private void leave(ActiveCall work, RetryWaits retries) {
        retries.leave(failure -> {
            try {
                // Not on the timer or a lane, which have told of the wait.
                workers.aside().execute(() -> end(work, new Stopping(failure), HURRIED_CLEAN_UP));
            } catch (RejectedExecutionException e) {
                // The threads have been shut down: all work ends.
            }
        });
    }

    /**
     * Ends all, and waits for them to clean up so long as there is patience.
     *
     * @return the number of those that have not ended
     */
    int stop(Duration patience) {
        stopped = true;
        boolean ended = ended(work -> work.stop(new Stopping()), patience) || ended(ActiveCall::giveUp, LAST_PATIENCE);
        return ended ? 0 : running.size();
    }

    private boolean ended(Function<ActiveCall, CompletableFuture<?>> end, Duration patience) {
        CompletableFuture<?>[] ends = running.keySet().stream().map(end).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).handle((done, error) -> done).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }
}
