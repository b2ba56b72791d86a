// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelapivideo.simulator.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The account's key, its access and refresh tokens, and its suspension. Thread-safe. */
public final class AccessTokens {

    private final String apiKey;
    private final Duration lifetime;
    private final int wrongKeyStatus;
    private final Clock clock;

    // Guarded by this
    private final Map<String, Instant> ends = new HashMap<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private int issued;
    private boolean suspended;

    public AccessTokens(String apiKey, Duration lifetime, int wrongKeyStatus, Clock clock) {
        this.apiKey = apiKey;
        this.lifetime = lifetime;
        this.wrongKeyStatus = wrongKeyStatus;
        this.clock = clock;
    }

    /** The answer to a login. */
    record Login(
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("refresh_token") String refreshToken) {

        @Override
        public String toString() {
            return "***";
        }
    }

    public Login byKey(String key) {
        if (!apiKey.equals(key)) {
            throw ProblemType.INVALID_USER_CREDENTIALS
                    .because("", "There is no account with this API key.")
                    .withStatus(wrongKeyStatus);
        }
        return issue();
    }

    /** Logs in with a refresh token, which works once: the answer has the next one. */
    public synchronized Login byRefreshToken(String token) {
        if (!refreshTokens.remove(token)) {
            throw ProblemType.INVALID_USER_CREDENTIALS
                    .because("", "The refresh token is unknown, or was used before.")
                    .withStatus(wrongKeyStatus);
        }
        return issue();
    }

    private synchronized Login issue() {
        Login login =
                new Login("Bearer", lifetime.toSeconds(), Identifiers.next("", 80), Identifiers.next("def50200", 80));
        ends.put(login.accessToken(), clock.instant().plus(lifetime));
        refreshTokens.add(login.refreshToken());
        issued++;
        return login;
    }

    /** Refuses a request without valid credentials. */
    public synchronized void check(String authorization) {
        if (authorization == null) {
            throw ProblemType.MISSING_AUTHORIZATION.because("", "There is no Authorization header.");
        }
        String[] words = authorization.split(" ", 2);
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "basic" -> checkKey(words[words.length - 1]);
            case "bearer" -> checkAccessToken(words[words.length - 1]);
            default ->
                throw ProblemType.INVALID_AUTHORIZATION.because("", "The scheme is neither \"Bearer\" nor \"Basic\".");
        }
        checkNotSuspended();
    }

    /** Refuses a request while the account is suspended. */
    public synchronized void checkNotSuspended() {
        if (suspended) {
            throw ProblemType.SUSPENDED_ACCOUNT.because("", "Please contact the support.");
        }
    }

    private void checkKey(String credentials) {
        byte[] wanted = (apiKey + ":").getBytes(StandardCharsets.UTF_8);
        if (!Base64.getEncoder().encodeToString(wanted).equals(credentials)) {
            throw ProblemType.INVALID_API_KEY.because("", "The user name is not the API key, or there is a password.");
        }
    }

    private void checkAccessToken(String token) {
        Instant end = ends.get(token);
        if (end == null || !clock.instant().isBefore(end)) {
            throw ProblemType.INVALID_ACCESS_TOKEN.because("", "The access token is unknown or has expired.");
        }
    }

    public synchronized void expireAll() {
        ends.clear();
    }

    public synchronized void suspend(boolean suspend) {
        suspended = suspend;
    }

    public synchronized int issued() {
        return issued;
    }

    /** Resets the count and the suspension; tokens stay valid. */
    public synchronized void clear() {
        issued = 0;
        suspended = false;
    }
}
