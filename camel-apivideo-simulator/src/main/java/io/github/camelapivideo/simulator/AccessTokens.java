// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The account: its key and the tokens that were given for it. Thread-safe. */
final class AccessTokens {

    private final String apiKey;
    private final Duration lifetime;
    private final int wrongKeyStatus;
    private final Clock clock;

    // Guarded by this
    private final Map<String, Instant> accessTokens = new HashMap<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private int issued;

    AccessTokens(String apiKey, Duration lifetime, int wrongKeyStatus, Clock clock) {
        this.apiKey = apiKey;
        this.lifetime = lifetime;
        this.wrongKeyStatus = wrongKeyStatus;
        this.clock = clock;
    }

    Map<String, Object> byKey(Object key) {
        if (!apiKey.equals(key)) {
            throw ProblemType.INVALID_USER_CREDENTIALS
                    .because("", "There is no account with this API key.")
                    .withStatus(wrongKeyStatus);
        }
        return issue();
    }

    synchronized Map<String, Object> byRefreshToken(Object token) {
        if (!refreshTokens.remove(Objects.toString(token))) {
            throw ProblemType.INVALID_USER_CREDENTIALS
                    .because("", "The refresh token is not valid, or was used before.")
                    .withStatus(wrongKeyStatus);
        }
        return issue();
    }

    private synchronized Map<String, Object> issue() {
        String access = Identifiers.next("", 80);
        String refresh = Identifiers.next("def50200", 80);
        accessTokens.put(access, clock.instant().plus(lifetime));
        refreshTokens.add(refresh);
        issued++;
        return Map.of(
                "token_type",
                "Bearer",
                "expires_in",
                lifetime.toSeconds(),
                "access_token",
                access,
                "refresh_token",
                refresh);
    }

    synchronized void check(String authorization) {
        if (authorization == null) {
            throw ProblemType.INVALID_ACCESS_TOKEN.because("", "There is no Authorization header.");
        }
        String basic = Base64.getEncoder().encodeToString((apiKey + ":").getBytes(StandardCharsets.UTF_8));
        if (authorization.equals("Basic " + basic)) {
            return;
        }
        Instant end = authorization.startsWith("Bearer ") ? accessTokens.get(authorization.substring(7)) : null;
        if (end == null || !clock.instant().isBefore(end)) {
            throw ProblemType.INVALID_ACCESS_TOKEN.because("", "The access token is unknown or has expired.");
        }
    }

    synchronized void expireAll() {
        accessTokens.clear();
    }

    synchronized int issued() {
        return issued;
    }
}
