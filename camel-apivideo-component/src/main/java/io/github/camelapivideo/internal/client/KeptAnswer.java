// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import io.github.camelapivideo.internal.thread.Failures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The latest answer to the question of health checks, kept for a short time. At most one question is open; all that ask
 * meanwhile share it. Thread-safe.
 */
public final class KeptAnswer {

    // Short, so that the next round of probes sees the end of an outage; long enough for all checks of one round.
    static final Duration FAILURE_KEPT = Duration.ofSeconds(2);

    // Counted from the question, so that many checks one after another wait no longer than one.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    // Questions end long before. One that has lost its threads must not stand for ever.
    static final Duration LOST = Duration.ofMinutes(1);

    private final Duration kept;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService timer;

    // Guarded by this
    private Answer latest;
    private Question open;

    /**
     * @param kept how long a good answer is fresh
     * @param nanoTime a clock that never goes back, like {@link System#nanoTime}
     * @param timer ends the waits of those that ask; nothing blocks on it
     */
    KeptAnswer(Duration kept, LongSupplier nanoTime, ScheduledExecutorService timer) {
        this.kept = kept;
        this.nanoTime = nanoTime;
        this.timer = timer;
    }

    /** @param failure null if the answer is good */
    private record Answer(Throwable failure, long at) {}

    private record Question(CompletableFuture<Void> answer, long askedAt) {}

    /**
     * Returns the fresh answer if there is one; otherwise shares the open question, or asks.
     *
     * @param question must not block; its {@link IllegalStateException} says that nothing could be asked, and is not kept
     * @return failed like the question; failed with a {@link TimeoutException} if a question has been open for 2 s: its
     *     answer is for those that ask later
     */
    public CompletableFuture<Void> ask(Supplier<CompletableFuture<Void>> question) {
        Question asked;
        boolean first;
        synchronized (this) {
            if (latest != null && age(latest.at()) < (latest.failure() == null ? kept : FAILURE_KEPT).toNanos()) {
                return latest.failure() == null
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(latest.failure());
            }
            first = open == null || age(open.askedAt()) > LOST.toNanos();
            if (first) {
                open = new Question(new CompletableFuture<>(), nanoTime.getAsLong());
            }
            asked = open;
        }
        if (first) {
            begun(question).whenComplete((nothing, failure) -> ended(asked, Failures.cause(failure)));
        }
        return inTime(asked);
    }

    /** Records that other traffic has shown the same as a good answer. */
    public synchronized void good() {
        latest = new Answer(null, nanoTime.getAsLong());
    }

    private static CompletableFuture<Void> begun(Supplier<CompletableFuture<Void>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void ended(Question asked, Throwable failure) {
        synchronized (this) {
            if (open == asked) {
                open = null;
            }
            if (counts(asked, failure)) {
                latest = new Answer(failure, nanoTime.getAsLong());
            }
        }
        if (failure == null) {
            asked.answer().complete(null);
        } else {
            asked.answer().completeExceptionally(failure);
        }
    }

    // Good news that is younger than the question is better than the failure of this one request.
    private boolean counts(Question asked, Throwable failure) {
        boolean refuted = latest != null && latest.failure() == null && latest.at() - asked.askedAt() > 0;
        return failure == null || !refuted && !(failure instanceof IllegalStateException);
    }

    private CompletableFuture<Void> inTime(Question asked) {
        CompletableFuture<Void> answer = asked.answer().copy();
        long left = PATIENCE.toNanos() - age(asked.askedAt());
        if (answer.isDone()) {
            return answer;
        }
        if (left <= 0) {
            giveUp(asked, answer);
            return answer;
        }
        try {
            Future<?> end = timer.schedule(() -> giveUp(asked, answer), left, TimeUnit.NANOSECONDS);
            answer.whenComplete((nothing, failure) -> end.cancel(false));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(new IllegalStateException("The Camel context has stopped", e));
        }
        return answer;
    }

    private void giveUp(Question asked, CompletableFuture<Void> answer) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(age(asked.askedAt()));
        answer.completeExceptionally(new TimeoutException("The account has not answered for " + seconds + " s"));
    }

    private long age(long moment) {
        return nanoTime.getAsLong() - moment;
    }
}
