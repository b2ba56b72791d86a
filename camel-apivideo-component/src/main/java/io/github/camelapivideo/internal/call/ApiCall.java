// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.internal.call.ApiRequest.Method;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.call.ApiRequest.UrlSecret;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.text.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A request as a value: its content, the reading of its answer, and the recovery of a lost answer. Immutable.
 * {@link ApiCalls} carries it out, as often as needed.
 *
 * @param reading turns the answer to a success into the value
 * @param recovery turns a failure into a value, if it counts as a success
 * @param repeat the check before a request that may have worked is sent again
 * @param effect the container that a success creates or removes
 */
public record ApiCall<T>(
        ApiRequest request, Reading<ApiAnswer, T> reading, Recovery<T> recovery, Repeat<T> repeat, Effect<T> effect) {

    private static final int NOT_FOUND = 404;

    /** Turns one value into another. */
    @FunctionalInterface
    public interface Reading<A, B> {
        /**
         * Reads the value.
         *
         * @throws ApiVideoException if the answer cannot be used
         * @throws NotYetKnown if the service may know more later
         */
        B read(A answer) throws ApiVideoException, IOException;
    }

    /** Turns a failure that counts as a success into a value. */
    @FunctionalInterface
    public interface Recovery<T> {
        /**
         * Returns the value; empty if the failure remains a failure.
         *
         * @param maybeDone true if an earlier try may have worked although its answer was lost
         */
        Optional<T> from(ApiVideoException failure, boolean maybeDone) throws ApiVideoException, IOException;
    }

    /**
     * The check before a request that may have worked is sent again.
     *
     * @param twin makes the call that finds the result of the earlier try; makes null if the request may simply be sent again
     * @param always true if the check also comes before a request that has not worked is sent again, and after each wait for
     *     the rate limit
     * @param doubted receives the failure of a try that may have worked although its answer was lost
     * @param forbidden why the request must not be sent again then, and what to do; null if it may be sent again
     */
    public record Repeat<T>(
            Supplier<ApiCall<Optional<T>>> twin,
            boolean always,
            Consumer<ApiVideoException> doubted,
            String forbidden) {
        static <T> Repeat<T> same() {
            return new Repeat<>(() -> null, false, failure -> {}, null);
        }
    }

    /**
     * The container that a success creates or removes.
     *
     * @param created returns the identifier of the new container; null if none is created
     * @param removed the identifier of the removed container; null if none is removed
     */
    public record Effect<T>(Function<T, String> created, String removed) {
        static <T> Effect<T> none() {
            return new Effect<>(null, null);
        }
    }

    /** Returns a read, which may be repeated at any time. */
    public static ApiCall<ApiAnswer> get(String what, String path, String... variables) {
        return of(ApiRequest.of(what, Method.GET, RequestBody.NONE, Budget.READS, path, variables));
    }

    /**
     * Returns a creation. It needs a {@link #twin}, or must be {@link #onceInDoubt}, unless a second creation does no
     * harm.
     */
    public static ApiCall<ApiAnswer> post(String what, RequestBody body, String path, String... variables) {
        return of(ApiRequest.of(what, Method.POST, body, Budget.WRITES, path, variables));
    }

    /** Returns a change that has the same result when it is repeated. */
    public static ApiCall<ApiAnswer> patch(String what, RequestBody body, String path, String... variables) {
        return of(ApiRequest.of(what, Method.PATCH, body, Budget.WRITES, path, variables));
    }

    /** Returns a command that has the same result when it is repeated. */
    public static ApiCall<ApiAnswer> put(String what, RequestBody body, String path, String... variables) {
        return of(ApiRequest.of(what, Method.PUT, body, Budget.WRITES, path, variables));
    }

    /**
     * Returns a deletion. A resource that does not exist counts as deleted.
     *
     * @return a call whose value is true if the resource existed
     */
    public static ApiCall<Boolean> delete(String what, String path, String... variables) {
        return remove(what, path, variables)
                .map(ApiAnswer::requireNoBody)
                .map(answer -> true)
                .recovering((failure, maybeDone) -> isAbsence(failure) ? Optional.of(maybeDone) : Optional.empty());
    }

    /** Returns a deletion whose answer counts as it is: it may describe what is left. A 404 is a failure. */
    public static ApiCall<ApiAnswer> remove(String what, String path, String... variables) {
        return of(ApiRequest.of(what, Method.DELETE, RequestBody.NONE, Budget.WRITES, path, variables));
    }

    // A 404 for a URL that the service does not have says nothing of the resource.
    private static boolean isAbsence(ApiVideoException failure) {
        return failure.getStatus() == NOT_FOUND
                && !(failure instanceof Rejected refusal && refusal.is("unrecognized-request-url"));
    }

    private static ApiCall<ApiAnswer> of(ApiRequest request) {
        return new ApiCall<>(
                request, answer -> answer, (failure, maybeDone) -> Optional.empty(), Repeat.same(), Effect.none());
    }

    /** Returns the same call with these parameters in its URL. */
    public ApiCall<T> query(List<Parameter> parameters) {
        return with(request.withQuery(parameters));
    }

    /** Returns the same call that counts against another budget. */
    public ApiCall<T> countingAs(Budget budget) {
        return with(request.countingAs(budget));
    }

    /** Returns the same call on the delegated route. */
    public ApiCall<T> delegated(Secret uploadToken) {
        return with(request.delegatedBy(uploadToken));
    }

    /** Returns the same call whose path ends with one more segment, which is a credential. */
    public ApiCall<T> endingWith(Secret segment) {
        return with(request.withUrlSecret(new UrlSecret(null, segment)));
    }

    /** Returns the same call with a credential as one more parameter in its URL. */
    public ApiCall<T> query(String parameter, Secret value) {
        return with(request.withUrlSecret(new UrlSecret(parameter, value)));
    }

    /** Returns the same call that is repeated after a 404 while this container is fresh. */
    public ApiCall<T> naming(String videoId) {
        return with(request.naming(videoId));
    }

    private ApiCall<T> with(ApiRequest other) {
        return new ApiCall<>(other, reading, recovery, repeat, effect);
    }

    /**
     * Returns the same call with a mapped value. Must precede {@link #twin}, {@link #lookingBeforeRepetition},
     * {@link #onceInDoubt}, {@link #creating} and {@link #removing}.
     */
    public <R> ApiCall<R> map(Reading<T, R> next) {
        Recovery<R> recovered = (failure, maybeDone) -> {
            Optional<T> value = recovery.from(failure, maybeDone);
            return value.isPresent() ? Optional.of(next.read(value.get())) : Optional.empty();
        };
        return new ApiCall<>(
                request, answer -> next.read(reading.read(answer)), recovered, Repeat.same(), Effect.none());
    }

    /** Returns the same call that turns more failures into values. */
    public ApiCall<T> recovering(Recovery<T> other) {
        Recovery<T> both = (failure, maybeDone) -> {
            Optional<T> value = recovery.from(failure, maybeDone);
            return value.isPresent() ? value : other.from(failure, maybeDone);
        };
        return new ApiCall<>(request, reading, both, repeat, effect);
    }

    /** Returns the same call, whose value is empty if the resource does not exist. */
    public ApiCall<Optional<T>> ifExists() {
        return this.<Optional<T>>map(Optional::of)
                .recovering(
                        (failure, maybeDone) -> isAbsence(failure) ? Optional.of(Optional.empty()) : Optional.empty());
    }

    /**
     * Returns the same call with a check: before it is repeated, another call looks for the result of the lost answer.
     *
     * @param finder makes the call that finds the result, when it is needed; makes null if no call can
     * @param doubted receives the failure of a try that may have worked although its answer was lost; must not block
     */
    public ApiCall<T> twin(Supplier<ApiCall<Optional<T>>> finder, Consumer<ApiVideoException> doubted) {
        return new ApiCall<>(request, reading, recovery, new Repeat<>(finder, false, doubted, null), effect);
    }

    /**
     * Returns the same call that needs another look before each repetition and after a wait for the rate limit, because
     * time has passed.
     *
     * @param look finds the value without a repetition; empty if the request is to be sent again
     */
    public ApiCall<T> lookingBeforeRepetition(ApiCall<Optional<T>> look) {
        return new ApiCall<>(request, reading, recovery, new Repeat<>(() -> look, true, failure -> {}, null), effect);
    }

    /**
     * Returns the same call, which is not repeated when an earlier try may have worked: no request can find its result.
     *
     * @param forbidden why it is not repeated, and what to do, as a sentence
     */
    public ApiCall<T> onceInDoubt(String forbidden) {
        return new ApiCall<>(
                request, reading, recovery, new Repeat<>(() -> null, false, failure -> {}, forbidden), effect);
    }

    /** Returns the same call, whose success creates a container. */
    public ApiCall<T> creating(Function<T, String> videoId) {
        return new ApiCall<>(request, reading, recovery, repeat, new Effect<>(videoId, null));
    }

    /** Returns the same call, whose success removes a container. */
    public ApiCall<T> removing(String videoId) {
        return new ApiCall<>(request, reading, recovery, repeat, new Effect<>(null, videoId));
    }

    /** The service's record may lag behind: {@link Retrier} reads it again until {@code recordTimeout}. */
    public static final class NotYetKnown extends IOException {

        private final transient Exception outcome;

        /** @param outcome the failure of the request if the record does not catch up in time */
        public NotYetKnown(Exception outcome) {
            super(outcome);
            this.outcome = outcome;
        }

        /** Returns the failure after the timeout, with the name of the option that sets the timeout. */
        Exception outcome(RetryPolicy policy) {
            outcome.addSuppressed(
                    new IOException(
                            "recordTimeout=" + policy.recordTimeout().toMillis()
                                    + ": for so many milliseconds the record of the service was read again, because it may lag behind"));
            return outcome;
        }
    }
}
