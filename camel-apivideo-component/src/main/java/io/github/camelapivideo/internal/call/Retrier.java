// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.call.ApiCall.NotYetKnown;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import io.github.camelapivideo.internal.thread.Gate;
import io.github.camelapivideo.internal.thread.Workers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * All the tries of one call, until it succeeds or its failure is final. Between two tries no thread is held. One try at a
 * time, so that its fields need no lock.
 */
final class Retrier<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Retrier.class);

    // Two failures are usual on a network; the third may need attention.
    private static final int USUAL_FAILURES = 2;

    private final ApiCall<T> call;
    private final AccountGateway account;
    private final RetryPolicy policy;
    private final FreshContainers fresh;
    private final Workers workers;
    private final Cancellation cancellation;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private int failures;
    private long firstFailure;
    private boolean maybeDone;
    private int looks;
    private long firstLook;

    Retrier(
            ApiCall<T> call,
            AccountGateway account,
            RetryPolicy policy,
            FreshContainers fresh,
            Workers workers,
            Cancellation cancellation) {
        this.call = call;
        this.account = account;
        this.policy = policy;
        this.fresh = fresh;
        this.workers = workers;
        this.cancellation = cancellation;
    }

    /** Makes the first try on this thread, if it may go now, the others on lanes. To be called once. */
    CompletableFuture<T> start() {
        next();
        return result;
    }

    private void next() {
        ApiCall<Optional<T>> twin = call.repeat().twin();
        if (!maybeDone || twin == null) {
            send();
            return;
        }
        // The answer may be lost after the request was carried out.
        attempt(twin, true).whenComplete((found, problem) -> {
            if (problem != null) {
                ended(Failures.cause(problem));
            } else if (found.isPresent()) {
                succeeded(found.get());
            } else {
                send();
            }
        });
    }

    private void send() {
        attempt(call, failures > 0).whenComplete((value, problem) -> {
            if (problem != null) {
                ended(Failures.cause(problem));
            } else {
                succeeded(value);
            }
        });
    }

    private <R> CompletableFuture<R> attempt(ApiCall<R> tried, boolean again) {
        return Attempt.of(tried, account, fresh, again, maybeDone, cancellation, workers.lanes());
    }

    private void succeeded(T value) {
        ApiCall.Effect<T> effect = call.effect();
        if (effect.created() != null) {
            fresh.add(effect.created().apply(value), policy.recordTimeout());
        }
        if (effect.removed() != null) {
            fresh.remove(effect.removed());
        }
        result.complete(value);
    }

    private void ended(Throwable problem) {
        if (problem instanceof ApiVideoException failure) {
            failed(failure);
        } else if (problem instanceof NotYetKnown notYet) {
            lookAgain(notYet);
        } else {
            giveUp(problem);
        }
    }

    private void failed(ApiVideoException failure) {
        if (failures++ == 0) {
            firstFailure = workers.nanoTime();
        }
        if (RetryPolicy.mayHaveWorked(failure)) {
            maybeDone = true;
            call.repeat().doubted().run();
        }
        Optional<Duration> delay =
                cancellation.isCancelled() ? Optional.empty() : policy.next(failures, since(firstFailure), failure);
        if (delay.isEmpty()) {
            giveUp(failure);
        } else {
            tell(delay.get(), failure);
            later(delay.get());
        }
    }

    private void lookAgain(NotYetKnown notYet) {
        if (looks++ == 0) {
            firstLook = workers.nanoTime();
        }
        Optional<Duration> pause =
                cancellation.isCancelled() ? Optional.empty() : policy.nextLook(looks, since(firstLook));
        if (pause.isEmpty()) {
            giveUp(notYet.outcome(policy));
        } else {
            LOG.debug("{}: the service may not know it yet: {}", call.request().what(), notYet.getMessage());
            later(pause.get());
        }
    }

    private Duration since(long moment) {
        return Duration.ofNanos(workers.nanoTime() - moment);
    }

    private void tell(Duration delay, ApiVideoException failure) {
        LOG.atLevel(failures <= USUAL_FAILURES ? Level.DEBUG : Level.WARN)
                .log(
                        "{}: try {} failed, the next follows in {} ms: {}",
                        call.request().what(),
                        failures,
                        delay.toMillis(),
                        failure.getMessage());
    }

    private void later(Duration delay) {
        Gate wake = new Gate(cancellation);
        try {
            workers.timer().schedule(wake::open, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            giveUp(e);
            return;
        }
        wake.then(workers.lanes(), this::next, this::giveUp);
    }

    private void giveUp(Throwable problem) {
        result.completeExceptionally(problem);
    }
}
