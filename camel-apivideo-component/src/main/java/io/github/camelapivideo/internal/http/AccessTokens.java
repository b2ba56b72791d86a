// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.internal.call.ApiAnswer;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiRequest;
import io.github.camelapivideo.internal.call.Credentials.Credential;
import io.github.camelapivideo.internal.call.Credentials.CredentialsLost;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.call.Transport;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.text.Secret;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access tokens of one account. The first caller fetches the token; the others wait without a thread. A token is
 * renewed shortly before it expires. Thread-safe; shared by all users of the account.
 */
public final class AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);

    // A token is renewed when a tenth of its life is left, but at most this long before it expires.
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);

    private static final String SCHEME = "Bearer ";

    static final String FETCHING = "Asking for an access token";

    private final Secret apiKey;
    private final LongSupplier nanoTime;
    private final AtomicReference<CompletableFuture<Fetched>> latest = new AtomicReference<>();

    // The last fetched token, and the last refused header; null before.
    private volatile Token token;
    private volatile Secret refused;

    /**
     * @param nanoTime a clock that never goes back, like {@link System#nanoTime}, so that a change of the system clock
     *     has no effect
     */
    public AccessTokens(Secret apiKey, LongSupplier nanoTime) {
        this.apiKey = apiKey;
        this.nanoTime = nanoTime;
    }

    /** Fetches a token, unless a valid one exists or another caller is fetching it. Blocks while it fetches. */
    CompletableFuture<Void> ready(Transport transport, Cancellation cancellation) {
        CompletableFuture<Fetched> seen = latest.get();
        if (seen != null && (!seen.isDone() || isGood(seen.join().token()))) {
            return seen.thenAccept(Fetched::check);
        }
        CompletableFuture<Fetched> mine = new CompletableFuture<>();
        if (!latest.compareAndSet(seen, mine)) {
            return ready(transport, cancellation);
        }
        mine.complete(fetch(transport, cancellation));
        return mine.thenAccept(Fetched::check);
    }

    private boolean isGood(Token fetched) {
        return fetched != null
                && fetched.renewAt() - nanoTime.getAsLong() > 0
                && !fetched.header().equals(refused);
    }

    /** Returns the value of the header {@code Authorization}; may be called when {@link #ready} has completed. */
    Secret header() {
        return token.header();
    }

    /** Records that the service has refused a token, which another caller may have renewed already. */
    void refused(Secret header) {
        refused = header;
    }

    private Fetched fetch(Transport transport, Cancellation cancellation) {
        try {
            token = fetch(token, transport, cancellation);
            return new Fetched(token, null, false);
        } catch (ApiVideoException | RuntimeException | Error e) {
            return new Fetched(null, e, cancellation.isCancelled());
        }
    }

    /**
     * The outcome of fetching a token, for all callers that waited for it.
     *
     * @param token null after a failure
     * @param failure null after a success
     * @param cancelled true if the fetching caller was cancelled
     */
    private record Fetched(Token token, Throwable failure, boolean cancelled) {

        /**
         * Throws the failure: a new exception for each caller, because a caller may add suppressed exceptions to it.
         */
        void check() {
            if (failure == null) {
                return;
            }
            ApiVideoException own = failure instanceof Rejected no
                    ? new Rejected(FETCHING, no.getStatus(), no.getProblem(), no.getRetryAfter())
                    : new Unreachable(
                            FETCHING + " failed: the request",
                            false,
                            failure instanceof Unreachable ? failure.getCause() : failure);
            throw cancelled ? new CredentialsLost(own) : new CompletionException(own);
        }
    }

    private Token fetch(Token old, Transport transport, Cancellation cancellation) throws ApiVideoException {
        if (old != null && old.refresh().value() != null) {
            try {
                return fetch("refresh", "refreshToken", old.refresh(), transport, cancellation);
            } catch (ApiVideoException e) {
                if (cancellation.isCancelled()) {
                    throw e;
                }
                LOG.debug("An access token was not renewed, the API key fetches another: {}", e.getMessage());
                token = old.withoutRefresh();
            }
        }
        return fetch("api-key", "apiKey", apiKey, transport, cancellation);
    }

    private Token fetch(String grantType, String name, Secret secret, Transport transport, Cancellation cancellation)
            throws ApiVideoException {
        long asked = nanoTime.getAsLong();
        Grant grant = granted(grantType, Map.of(name, secret.value()), transport, cancellation);
        Duration life = grant.life();
        Duration margin = shorter(life.dividedBy(10), LONGEST_MARGIN);
        return new Token(
                new Secret(SCHEME + grant.accessToken()),
                new Secret(grant.refreshToken()),
                asked + life.minus(margin).toNanos());
    }

    private Grant granted(String grantType, Map<String, String> payload, Transport transport, Cancellation cancellation)
            throws ApiVideoException {
        ApiRequest request = ApiCall.post(FETCHING, new RequestBody.Json(payload), "/auth/{grant}", grantType)
                .request();
        try {
            ApiAnswer answer = transport.send(request, new Credential(null, this::secrets), cancellation);
            if (!answer.isSuccess()) {
                throw answer.refusal();
            }
            return Grant.read(answer);
        } catch (SourceException e) {
            throw new IllegalStateException("This request reads no source", e);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Returns the texts that no message may show, even if the service repeats them. */
    Stream<Secret> secrets() {
        Token current = token;
        return current == null
                ? Stream.of(apiKey)
                : Stream.of(apiKey, new Secret(current.header().value().substring(SCHEME.length())), current.refresh());
    }

    /**
     * One access token.
     *
     * @param header the value of the header {@code Authorization}
     * @param refresh the refresh token; its value is null if none exists
     * @param renewAt the time of the renewal, in nanoseconds of the monotonic clock
     */
    private record Token(Secret header, Secret refresh, long renewAt) {

        /** Returns the same token, whose renewal uses the API key. */
        Token withoutRefresh() {
            return new Token(header, new Secret(null), renewAt);
        }
    }

    /**
     * The service's answer to a request for an access token.
     *
     * @param accessToken the token itself
     * @param refreshToken null if the answer has none
     * @param expiresIn the life of the access token in seconds; null if the answer does not say
     */
    record Grant(
            @JsonProperty(value = "access_token", required = true) @JsonSetter(nulls = Nulls.FAIL)
            String accessToken,

            @JsonProperty("refresh_token") String refreshToken,
            @JsonProperty("expires_in") Long expiresIn) {

        private static final Duration USUAL_LIFE = Duration.ofHours(1);
        private static final Duration LONGEST_LIFE = Duration.ofDays(1);

        // The characters that a header can carry.
        private static final String FORM = "[\\x21-\\x7e]+";

        Grant {
            refreshToken = refreshToken == null || refreshToken.isBlank() ? null : refreshToken;
        }

        /**
         * Reads the answer.
         *
         * @throws Unreachable if the answer has no access token that a header can carry
         */
        static Grant read(ApiAnswer answer) throws Unreachable {
            Grant grant = answer.read(Grant.class);
            if (!grant.accessToken().matches(FORM)) {
                throw answer.odd("its access_token has characters that no header takes");
            }
            return grant;
        }

        /** Returns the life of the access token: an hour if the answer does not say, a day at most. */
        Duration life() {
            if (expiresIn == null || expiresIn <= 0) {
                return USUAL_LIFE;
            }
            return expiresIn < LONGEST_LIFE.toSeconds() ? Duration.ofSeconds(expiresIn) : LONGEST_LIFE;
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
