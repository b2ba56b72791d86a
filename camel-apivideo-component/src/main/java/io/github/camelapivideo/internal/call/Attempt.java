// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.internal.call.ApiCall.NotYetKnown;
import io.github.camelapivideo.internal.call.Credentials.Credential;
import io.github.camelapivideo.internal.call.Credentials.CredentialsLost;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import io.github.camelapivideo.internal.thread.Gate;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One try of a call. It waits without a thread for its permit and for the account's credentials, then blocks on its own
 * socket. If the credentials expire meanwhile, the request is sent again. Thread-safe.
 */
final class Attempt<T> {

    // An access token may expire while a part is sent, and so may the next one if the part takes long.
    private static final int MAX_RENEWALS = 5;

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final ApiCall<T> call;
    private final AccountGateway account;
    private final FreshContainers fresh;
    private final int failures;
    private final boolean maybeDone;
    private final Cancellation cancellation;
    private final Executor lanes;
    private final Observer observer;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    // Written by one thread after another.
    private int renewals;

    private Attempt(
            ApiCall<T> call,
            AccountGateway account,
            FreshContainers fresh,
            int failures,
            boolean maybeDone,
            Cancellation cancellation,
            Executor lanes,
            Observer observer) {
        this.call = call;
        this.account = account;
        this.fresh = fresh;
        this.failures = failures;
        this.maybeDone = maybeDone;
        this.cancellation = cancellation;
        this.lanes = lanes;
        this.observer = observer;
    }

    /**
     * Starts the try: on this thread if it needs no wait, otherwise on a lane.
     *
     * @param failures how often the call has failed before
     * @param maybeDone true if an earlier try may have worked although its answer was lost
     */
    static <T> CompletableFuture<T> of(
            ApiCall<T> call,
            AccountGateway account,
            FreshContainers fresh,
            int failures,
            boolean maybeDone,
            Cancellation cancellation,
            Executor lanes,
            Observer observer) {
        Attempt<T> attempt = new Attempt<>(call, account, fresh, failures, maybeDone, cancellation, lanes, observer);
        attempt.begin();
        return attempt.result;
    }

    private void begin() {
        Gate granted = new Gate(cancellation);
        RequestGate.Permit permit = account.gate().ask(call.request().budget(), failures > 0, granted::open);
        boolean waits = !granted.isOpen();
        Runnable ended = waits ? throttled() : () -> {};
        granted.then(
                lanes,
                () -> {
                    ended.run();
                    if (waits && call.repeat().always()) {
                        look(permit);
                    } else {
                        permitted(permit);
                    }
                },
                problem -> {
                    ended.run();
                    noLane(permit).accept(problem);
                });
    }

    private Runnable throttled() {
        ApiRequest request = call.request();
        long asked = System.nanoTime();
        observer.throttled(request, account.gate().untilFree(request.budget()));
        return () -> observer.throttleEnded(request, Duration.ofNanos(System.nanoTime() - asked));
    }

    // While the request has waited, its reason may have gone.
    private void look(RequestGate.Permit permit) {
        of(call.repeat().twin().get(), account, fresh, 0, false, cancellation, lanes, observer)
                .whenComplete((found, problem) -> {
                    if (problem != null) {
                        failed(Failures.cause(problem), permit);
                    } else if (found.isPresent()) {
                        permit.end(false);
                        result.complete(found.get());
                    } else {
                        permitted(permit);
                    }
                });
    }

    private void permitted(RequestGate.Permit permit) {
        if (isCancelled(permit)) {
            return;
        }
        CompletableFuture<Void> ready = account.credentialsFor(call.request()).ready(cancellation);
        Gate gate = new Gate(cancellation);
        ready.whenComplete((nothing, problem) -> gate.open());
        gate.then(lanes, () -> send(ready, permit), noLane(permit));
    }

    private Consumer<Throwable> noLane(RequestGate.Permit permit) {
        return problem -> {
            permit.end(false);
            result.completeExceptionally(problem);
        };
    }

    private boolean isCancelled(RequestGate.Permit permit) {
        if (!cancellation.isCancelled()) {
            return false;
        }
        permit.end(false);
        result.completeExceptionally(new CancellationException(call.request().what() + " was cancelled"));
        return true;
    }

    private void send(CompletableFuture<Void> ready, RequestGate.Permit permit) {
        if (isCancelled(permit)) {
            return;
        }
        T value;
        try {
            ready.join();
            value = value();
        } catch (Exception | Error e) {
            failed(Failures.cause(e), permit);
            return;
        }
        permit.end(true);
        result.complete(value);
    }

    private T value() throws ApiVideoException, IOException {
        try {
            return answered();
        } catch (ApiVideoException failure) {
            return recovered(failure);
        }
    }

    private T answered() throws ApiVideoException, IOException {
        long begun = System.nanoTime();
        Throwable failure = null;
        try {
            return sent();
        } catch (ApiVideoException | IOException | RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            observer.requestEnded(call.request(), failures, failure, System.nanoTime() - begun);
        }
    }

    private T sent() throws ApiVideoException, IOException {
        Credentials credentials = account.credentialsFor(call.request());
        Credential credential = credentials.current();
        ApiAnswer answer = account.transport().send(call.request(), credential, cancellation);
        account.gate().observe(call.request().budget(), answer.rateLimit(), answer.isSuccess());
        if (answer.isSuccess()) {
            return call.reading().read(answer);
        }
        Rejected refusal = answer.refusal();
        if (answer.status() == UNAUTHORIZED && credentials.refused(credential.header())) {
            throw new CredentialsLost(refusal);
        }
        throw refusal;
    }

    private T recovered(ApiVideoException failure) throws ApiVideoException, IOException {
        String container = call.request().container();
        if (failure.getStatus() == NOT_FOUND && container != null && fresh.contains(container)) {
            throw new NotYetKnown(failure);
        }
        Optional<T> value = call.recovery().from(failure, maybeDone);
        if (value.isEmpty()) {
            throw failure;
        }
        return value.get();
    }

    private void failed(Throwable problem, RequestGate.Permit permit) {
        boolean answered = problem instanceof ApiVideoException failure && !RetryPolicy.mayPass(failure);
        permit.end(answered || problem instanceof NotYetKnown);
        if (!(problem instanceof CredentialsLost loss)) {
            result.completeExceptionally(problem);
        } else if (renewals++ < MAX_RENEWALS) {
            begin();
        } else {
            result.completeExceptionally(loss.reason());
        }
    }
}
