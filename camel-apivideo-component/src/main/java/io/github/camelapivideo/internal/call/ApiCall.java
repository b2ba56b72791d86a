// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.call.ApiRequest.Method;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.text.Secret;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request as a value: what goes to the service, what its answer is read into, and what is done when that answer is lost.
 * Immutable; {@link ApiCalls} carries it out, as often as needed.
 *
 * @param reading turns the answer of a success into the value
 * @param recovery turns a failure into a value, where it is none
 * @param repeat what is done before it is sent again, if it may have worked
 * @param effect what its success says about a container
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
         * @throws NotYetKnown if the service may say more later
         */
        B read(A answer) throws ApiVideoException, IOException;
    }

    /** Turns a failure into a value. */
    @FunctionalInterface
    public interface Recovery<T> {
        /**
         * Returns the value; empty if the failure is one.
         *
         * @param maybeDone whether an earlier try may have worked although its answer was lost
         */
        Optional<T> from(ApiVideoException failure, boolean maybeDone) throws ApiVideoException, IOException;
    }

    /**
     * What is done before a request that may have worked is sent again.
     *
     * @param twin finds what it has done; null if it may simply be sent again
     * @param doubted is run when a try may have worked although its answer was lost
     */
    public record Repeat<T>(ApiCall<Optional<T>> twin, Runnable doubted) {
        static <T> Repeat<T> same() {
            return new Repeat<>(null, () -> {});
        }
    }

    /**
     * What a success says about a container.
     *
     * @param created returns the new one; null if none is created
     * @param removed the one that is gone; null if none is removed
     */
    public record Effect<T>(Function<T, String> created, String removed) {
        static <T> Effect<T> none() {
            return new Effect<>(null, null);
        }
    }

    /** A read: may be repeated at any time. */
    public static ApiCall<ApiAnswer> get(String what, String path, String... variables) {
        return of(ApiRequest.of(what, Method.GET, RequestBody.NONE, Budget.READS, path, variables));
    }

    /** A creation; to be given a {@link #twin}, unless a second one does no harm. */
    public static ApiCall<ApiAnswer> post(String what, RequestBody body, String path, String... variables) {
        return of(ApiRequest.of(what, Method.POST, body, Budget.WRITES, path, variables));
    }

    /** A change that does the same when it is repeated. */
    public static ApiCall<ApiAnswer> patch(String what, RequestBody body, String path, String... variables) {
        return of(ApiRequest.of(what, Method.PATCH, body, Budget.WRITES, path, variables));
    }

    /**
     * A deletion: what is gone is deleted.
     *
     * @return a call whose value says whether there was something to delete
     */
    public static ApiCall<Boolean> delete(String what, String path, String... variables) {
        return of(ApiRequest.of(what, Method.DELETE, RequestBody.NONE, Budget.WRITES, path, variables))
                .map(ApiAnswer::requireNoBody)
                .map(answer -> true)
                .recovering((failure, maybeDone) ->
                        failure.getStatus() == NOT_FOUND ? Optional.of(maybeDone) : Optional.empty());
    }

    private static ApiCall<ApiAnswer> of(ApiRequest request) {
        return new ApiCall<>(
                request, answer -> answer, (failure, maybeDone) -> Optional.empty(), Repeat.same(), Effect.none());
    }

    /** The same call with parameters in its URL. */
    public ApiCall<T> query(Map<String, String> parameters) {
        return with(request.withQuery(parameters));
    }

    /** The same call that counts against another budget. */
    public ApiCall<T> countingAs(Budget budget) {
        return with(request.countingAs(budget));
    }

    /** The same call on the delegated route. */
    public ApiCall<T> delegated(Secret uploadToken) {
        return with(request.withUploadToken(uploadToken));
    }

    /** The same call, to which 404 is no answer while this container is fresh. */
    public ApiCall<T> naming(String videoId) {
        return with(request.naming(videoId));
    }

    private ApiCall<T> with(ApiRequest other) {
        return new ApiCall<>(other, reading, recovery, repeat, effect);
    }

    /** The same call with its value read on. To be used before {@link #twin}, {@link #creating} and {@link #removing}. */
    public <R> ApiCall<R> map(Reading<T, R> next) {
        Recovery<R> recovered = (failure, maybeDone) -> {
            Optional<T> value = recovery.from(failure, maybeDone);
            return value.isPresent() ? Optional.of(next.read(value.get())) : Optional.empty();
        };
        return new ApiCall<>(
                request, answer -> next.read(reading.read(answer)), recovered, Repeat.same(), Effect.none());
    }

    /** The same call with more failures turned into values. */
    public ApiCall<T> recovering(Recovery<T> other) {
        Recovery<T> both = (failure, maybeDone) -> {
            Optional<T> value = recovery.from(failure, maybeDone);
            return value.isPresent() ? value : other.from(failure, maybeDone);
        };
        return new ApiCall<>(request, reading, both, repeat, effect);
    }

    /** The same call, whose value is empty if what it asks for does not exist. */
    public ApiCall<Optional<T>> ifExists() {
        return this.<Optional<T>>map(Optional::of)
                .recovering((failure, maybeDone) ->
                        failure.getStatus() == NOT_FOUND ? Optional.of(Optional.empty()) : Optional.empty());
    }

    /**
     * The same call, before whose repetition another finds what a lost answer has done.
     *
     * @param finder null if nothing can tell
     * @param doubted is run when a try may have worked although its answer was lost; must not block
     */
    public ApiCall<T> twin(ApiCall<Optional<T>> finder, Runnable doubted) {
        return new ApiCall<>(request, reading, recovery, new Repeat<>(finder, doubted), effect);
    }

    /** The same call, whose success creates a container. */
    public ApiCall<T> creating(Function<T, String> videoId) {
        return new ApiCall<>(request, reading, recovery, repeat, new Effect<>(videoId, null));
    }

    /** The same call, whose success removes a container. */
    public ApiCall<T> removing(String videoId) {
        return new ApiCall<>(request, reading, recovery, repeat, new Effect<>(null, videoId));
    }

    /** The service may not know yet what was asked for: {@link Retrier} asks again, for a while. */
    public static final class NotYetKnown extends IOException {

        private final transient Exception outcome;

        /** @param outcome how the request ends if the service goes on not knowing */
        public NotYetKnown(Exception outcome) {
            super(outcome);
            this.outcome = outcome;
        }

        /** How the request ends when the time is over, with the name of the option that sets the time. */
        Exception outcome(RetryPolicy policy) {
            outcome.addSuppressed(
                    new IOException(
                            "recordTimeout=" + policy.recordTimeout().toMillis()
                                    + ": for so many milliseconds the service was asked again, as it may not know yet what it has accepted"));
            return outcome;
        }
    }
}
