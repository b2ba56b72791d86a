// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Tries a request until it succeeds or is final. Between two tries no thread is held. Thread-safe. */
public final class Retrier {

    private static final Logger LOG = LoggerFactory.getLogger(Retrier.class);

    private static final int NOT_FOUND = 404;

    private final Executor lanes;
    private final ScheduledExecutorService timer;
    private final RetryPolicy policy;
    private final FreshContainers fresh;

    public Retrier(Executor lanes, ScheduledExecutorService timer, RetryPolicy policy) {
        this(lanes, timer, policy, new FreshContainers());
    }

    /** @param fresh the containers that may not be known everywhere yet */
    public Retrier(Executor lanes, ScheduledExecutorService timer, RetryPolicy policy, FreshContainers fresh) {
        this.fresh = fresh;
        this.lanes = lanes;
        this.timer = timer;
        this.policy = policy;
    }

    /** One try. */
    @FunctionalInterface
    public interface Attempt<T> {
        /** @param maybeDone whether an earlier try may have succeeded without our hearing of it */
        T run(boolean maybeDone) throws ApiVideoException, IOException;
    }

    /** Asks what has become of a try that may have succeeded without our hearing of it. */
    @FunctionalInterface
    public interface Check<T> {
        /** The result of that try; empty if it has none. */
        CompletableFuture<Optional<T>> ask();
    }

    /** Makes the first try on this thread, if its turn is now, the others on the lanes. */
    public <T> CompletableFuture<T> call(String what, Turn turn, Cancellation cancellation, Attempt<T> attempt) {
        return call(
                what,
                turn,
                cancellation,
                new Doubt<>(false, () -> CompletableFuture.completedFuture(Optional.empty())),
                attempt);
    }

    /** The same, but before it tries again after a doubtful try it checks; a check that fails is a try that failed. */
    public <T> CompletableFuture<T> call(
            String what, Turn turn, Cancellation cancellation, Doubt<T> doubt, Attempt<T> attempt) {
        Tries<T> tries = new Tries<>(what, turn, cancellation, doubt, attempt);
        tries.run();
        return tries.result;
    }

    /** The container was created just now, perhaps by another node: it may not be known everywhere yet. */
    public void isFresh(String videoId) {
        fresh.add(videoId, policy.recordTimeout());
    }

    /** The container is deleted. */
    public void isGone(String videoId) {
        fresh.remove(videoId);
    }

    /** Makes a request that names a container; that a fresh one is not found is no answer yet. */
    public <T> T named(String videoId, OneTry.Request<T> request) throws ApiVideoException, IOException {
        try {
            return request.make();
        } catch (Rejected refusal) {
            if (refusal.getStatus() == NOT_FOUND && videoId != null && fresh.contains(videoId)) {
                throw new NotYetKnown(refusal);
            }
            throw refusal;
        }
    }

    /** Makes one try, in its turn. */
    public <T> CompletableFuture<T> once(
            String what, Turn turn, boolean again, Cancellation cancellation, OneTry.Request<T> request) {
        return OneTry.of(what, turn, again, cancellation, lanes, request);
    }

    /**
     * What a request has to wait for.
     *
     * @param budget what it counts against
     */
    public record Turn(RequestGate pace, RequestGate.Budget budget, Credentials access) {}

    /** @param fromTheFirst whether there is a doubt before the first try already */
    public record Doubt<T>(boolean fromTheFirst, Check<T> check) {}

    /** All the tries of one request; one at a time, so that its fields need no lock. */
    private final class Tries<T> implements Runnable {
        private final String what;
        private final Turn turn;
        private final Cancellation cancellation;
        private final Check<T> check;
        private final Attempt<T> attempt;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private int failures;
        private long firstFailure;
        private boolean maybeDone;
        private int looks;
        private long firstLook;

        Tries(String what, Turn turn, Cancellation cancellation, Doubt<T> doubt, Attempt<T> attempt) {
            this.what = what;
            this.turn = turn;
            this.cancellation = cancellation;
            this.check = doubt.check();
            this.maybeDone = doubt.fromTheFirst();
            this.attempt = attempt;
        }

        @Override
        public void run() {
            if (!maybeDone) {
                attempt();
                return;
            }
            check.ask().whenComplete((done, problem) -> {
                if (problem != null) {
                    ended(problem);
                } else if (done.isPresent()) {
                    result.complete(done.get());
                } else {
                    attempt();
                }
            });
        }

        private void attempt() {
            once(what, turn, failures > 0, cancellation, () -> attempt.run(maybeDone))
                    .whenComplete((value, problem) -> {
                        if (problem != null) {
                            ended(problem);
                        } else {
                            result.complete(value);
                        }
                    });
        }

        private void ended(Throwable problem) {
            Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
            if (cause instanceof ApiVideoException failure) {
                failed(failure);
            } else if (cause instanceof NotYetKnown notYet) {
                lookAgain(notYet);
            } else {
                giveUp(cause);
            }
        }

        private void failed(ApiVideoException failure) {
            if (failures++ == 0) {
                firstFailure = System.nanoTime();
            }
            maybeDone |= failure.getStatus() >= 500 || failure instanceof Unreachable lost && lost.isAnswerLost();
            Optional<Duration> delay =
                    cancellation.isCancelled() ? Optional.empty() : policy.next(failures, since(firstFailure), failure);
            if (delay.isEmpty()) {
                result.completeExceptionally(failure);
            } else {
                tell(delay.get(), failure);
                later(delay.get());
            }
        }

        private void lookAgain(NotYetKnown notYet) {
            if (looks++ == 0) {
                firstLook = System.nanoTime();
            }
            Optional<Duration> pause =
                    cancellation.isCancelled() ? Optional.empty() : policy.nextLook(looks, since(firstLook));
            if (pause.isEmpty()) {
                giveUp(notYet.outcome(policy));
            } else {
                LOG.debug("{}: the service may not know it yet: {}", what, notYet.getMessage());
                later(pause.get());
            }
        }

        private static Duration since(long moment) {
            return Duration.ofNanos(System.nanoTime() - moment);
        }

        private void tell(Duration delay, ApiVideoException failure) {
            // Once or twice is the network's everyday life; from then on somebody may want to look.
            Level level = failures < 3 ? Level.DEBUG : Level.WARN;
            LOG.atLevel(level)
                    .log(
                            "{}: try {} failed, the next follows in {} ms: {}",
                            what,
                            failures,
                            delay.toMillis(),
                            failure.getMessage());
        }

        private void later(Duration delay) {
            Gate wake = new Gate(cancellation);
            try {
                timer.schedule(wake::give, delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                giveUp(e);
                return;
            }
            wake.then(lanes, this, this::giveUp);
        }

        private void giveUp(Throwable problem) {
            result.completeExceptionally(problem);
        }
    }
}
