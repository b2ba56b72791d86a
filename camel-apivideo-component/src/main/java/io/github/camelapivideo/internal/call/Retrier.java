// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.InDoubt;
import io.github.camelapivideo.internal.call.ApiCall.NotYetKnown;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import io.github.camelapivideo.internal.thread.Gate;
import io.github.camelapivideo.internal.thread.Workers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Carries out all tries of one call, until it succeeds or its failure is final. No thread is held between two tries.
 * Only one try runs at a time, so the fields need no lock.
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
    private final Observer observer;
    private final RetryWaits waits;
    private final Cancellation cancellation;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private int failures;
    private long firstFailure;
    private boolean maybeDone;
    private ApiVideoException latest;
    private int reads;
    private long firstRead;

    Retrier(
            ApiCall<T> call,
            AccountGateway account,
            RetryPolicy policy,
            FreshContainers fresh,
            Workers workers,
            Observer observer,
            RetryWaits waits,
            Cancellation cancellation) {
        this.call = call;
        this.account = account;
        this.policy = policy;
        this.fresh = fresh;
        this.workers = workers;
        this.observer = observer;
        this.waits = waits;
        this.cancellation = cancellation;
    }

    /** Makes the first try on this thread if it needs no wait, the others on lanes. Must be called once. */
    CompletableFuture<T> start() {
        waits.begun(this);
        result.whenComplete((value, problem) -> waits.ended(this));
        next();
        return result;
    }

    private void next() {
        boolean looks = maybeDone || failures > 0 && call.repeat().always();
        ApiCall<Optional<T>> twin = looks ? call.repeat().twin().get() : null;
        if (twin == null) {
            send();
            return;
        }
        // The answer may have been lost after the request was carried out, or the reason of the request may have gone.
        attempt(twin).whenComplete((found, problem) -> {
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
        attempt(call).whenComplete((value, problem) -> {
            if (problem != null) {
                ended(Failures.cause(problem));
            } else {
                succeeded(value);
            }
        });
    }

    private <R> CompletableFuture<R> attempt(ApiCall<R> tried) {
        return Attempt.of(tried, account, fresh, failures, maybeDone, cancellation, workers.lanes(), observed());
    }

    // While nothing works, retries wait for each other.
    private Observer observed() {
        return latest == null
                ? observer
                : new Observer() {
                    @Override
                    public void throttled(ApiRequest request, Duration expected) {
                        observer.throttled(request, expected);
                        waits.waits(Retrier.this, failures, expected, latest);
                    }

                    @Override
                    public void throttleEnded(ApiRequest request, Duration waited) {
                        waits.waitsNoMore(Retrier.this);
                        observer.throttleEnded(request, waited);
                    }

                    @Override
                    public void requestEnded(ApiRequest request, int before, Throwable problem, long nanos) {
                        observer.requestEnded(request, before, problem, nanos);
                    }
                };
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
            readAgain(notYet);
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
            call.repeat().doubted().accept(failure);
            if (call.repeat().forbidden() != null) {
                giveUp(new InDoubt(call.request().what(), call.repeat().forbidden(), failure));
                return;
            }
        }
        Optional<Duration> delay =
                cancellation.isCancelled() ? Optional.empty() : policy.next(failures, since(firstFailure), failure);
        if (delay.isEmpty()) {
            giveUp(failure);
        } else {
            logRetry(delay.get(), failure);
            observer.retrying(call.request(), failures, delay.get(), failure);
            waits.waits(this, failures, delay.get(), failure);
            latest = failure;
            later(delay.get());
        }
    }

    private void readAgain(NotYetKnown notYet) {
        if (reads++ == 0) {
            firstRead = workers.nanoTime();
        }
        Optional<Duration> pause =
                cancellation.isCancelled() ? Optional.empty() : policy.nextRead(reads, since(firstRead));
        if (pause.isEmpty()) {
            giveUp(notYet.outcome(policy));
        } else {
            LOG.debug(
                    "{}: the record of the service may lag behind: {}",
                    call.request().what(),
                    notYet.getMessage());
            later(pause.get());
        }
    }

    private Duration since(long moment) {
        return Duration.ofNanos(workers.nanoTime() - moment);
    }

    private void logRetry(Duration delay, ApiVideoException failure) {
        LOG.atLevel(failures == USUAL_FAILURES + 1 ? Level.WARN : Level.DEBUG)
                .log(
                        "{}: try {} failed, the next starts in {} ms: {}",
                        named(call.request()),
                        failures,
                        delay.toMillis(),
                        failure.getMessage());
    }

    // Many uploads may be under way.
    private static String named(ApiRequest request) {
        String container = request.container();
        boolean said = container == null || request.what().contains(container);
        return said ? request.what() : request.what() + " of " + container;
    }

    private void later(Duration delay) {
        Gate wake = new Gate(cancellation);
        Future<?> alarm;
        try {
            alarm = workers.timer().schedule(wake::open, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            giveUp(e);
            return;
        }
        wake.then(
                workers.lanes(),
                () -> {
                    // A cancellation wakes it, too.
                    alarm.cancel(false);
                    waits.waitsNoMore(this);
                    next();
                },
                this::giveUp);
    }

    private void giveUp(Throwable problem) {
        result.completeExceptionally(problem);
    }
}
