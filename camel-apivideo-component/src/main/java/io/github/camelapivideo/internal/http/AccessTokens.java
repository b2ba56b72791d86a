// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.internal.upload.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The access tokens of one account: fetched by whoever needs one first while the others wait for that answer, and
 * renewed a little before they end. Thread-safe; shared by everything that uses the account.
 */
public final class AccessTokens {

    // A token is renewed when less than a tenth of its life is left, but at most this long before its end.
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);

    private final Secret apiKey;
    private final Clock clock;
    private final AtomicReference<CompletableFuture<Token>> latest = new AtomicReference<>();

    public AccessTokens(Secret apiKey, Clock clock) {
        this.apiKey = apiKey;
        this.clock = clock;
    }

    Secret current(HttpCalls calls) throws ApiVideoException {
        CompletableFuture<Token> seen = latest.get();
        if (seen == null || seen.isCompletedExceptionally()) {
            return replace(seen, null, calls);
        }
        Token token = await(seen);
        return token.renewAt().isAfter(clock.instant()) ? token.header() : replace(seen, token, calls);
    }

    Secret insteadOf(Secret refused, HttpCalls calls) throws ApiVideoException {
        CompletableFuture<Token> seen = latest.get();
        if (seen == null || seen.isCompletedExceptionally()) {
            return replace(seen, null, calls);
        }
        Token token = await(seen);
        // Somebody else may have renewed it while our request was under way.
        return token.header().equals(refused) ? replace(seen, token, calls) : token.header();
    }

    private Secret replace(CompletableFuture<Token> seen, Token old, HttpCalls calls) throws ApiVideoException {
        CompletableFuture<Token> mine = new CompletableFuture<>();
        if (!latest.compareAndSet(seen, mine)) {
            return await(latest.get()).header();
        }
        try {
            mine.complete(fetch(old, calls));
        } catch (ApiVideoException | RuntimeException | Error e) {
            mine.completeExceptionally(e);
        }
        return await(mine).header();
    }

    private static Token await(CompletableFuture<Token> token) throws ApiVideoException {
        try {
            return token.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ApiVideoException refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    private Token fetch(Token old, HttpCalls calls) throws ApiVideoException {
        if (old != null && old.refresh().value() != null) {
            try {
                return token(calls.token(
                        "refresh", Map.of("refreshToken", old.refresh().value())));
            } catch (Rejected refusal) {
                if (refusal.getStatus() != 400 && refusal.getStatus() != 401) {
                    throw refusal;
                }
                // The refresh token is dead too; the API key opens the door.
            }
        }
        return token(calls.token("api-key", Map.of("apiKey", apiKey.value())));
    }

    private Token token(Grant grant) {
        Duration life = Duration.ofSeconds(grant.expiresIn());
        Duration tenth = life.dividedBy(10);
        Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
        return new Token(
                new Secret("Bearer " + grant.accessToken()),
                new Secret(grant.refreshToken()),
                clock.instant().plus(life).minus(margin));
    }

    private record Token(Secret header, Secret refresh, Instant renewAt) {}

    /** The service's answer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Grant(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("refresh_token") String refreshToken,
            @JsonProperty("expires_in") long expiresIn) {

        @Override
        public String toString() {
            return "***";
        }
    }
}
