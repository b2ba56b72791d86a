// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tokens for delegated uploads. Thread-safe. */
final class UploadTokens {

    private final Clock clock;
    private final Map<String, UploadToken> tokens = Collections.synchronizedMap(new LinkedHashMap<>());

    UploadTokens(Clock clock) {
        this.clock = clock;
    }

    private record UploadToken(String token, long ttl, Instant createdAt) {

        Instant expiresAt() {
            return ttl == 0 ? null : createdAt.plusSeconds(ttl);
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("token", token);
            json.put("ttl", ttl);
            json.put("createdAt", createdAt.toString());
            json.put("expiresAt", ttl == 0 ? null : expiresAt().toString());
            return json;
        }
    }

    Map<String, Object> create(Object ttl) {
        if (ttl != null && !(ttl instanceof Integer seconds && seconds >= 0)) {
            throw ProblemType.INVALID_ATTRIBUTE.because("ttl", "It may be from 0 to 2147483647 seconds.");
        }
        UploadToken token = new UploadToken(
                Identifiers.next("to", 22),
                ttl == null ? 0 : (Integer) ttl,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        tokens.put(token.token(), token);
        return token.json();
    }

    String create(Duration ttl) {
        return (String) create((Object) (int) ttl.toSeconds()).get("token");
    }

    List<Map<String, Object>> list() {
        synchronized (tokens) {
            return tokens.values().stream().map(UploadToken::json).toList();
        }
    }

    Map<String, Object> get(String token) {
        return find(token).json();
    }

    void delete(String token) {
        tokens.remove(find(token).token());
    }

    /** Refuses a token that does not open the delegated route. */
    void check(String token) {
        UploadToken known = token == null ? null : tokens.get(token);
        Instant end = known == null ? null : known.expiresAt();
        if (known == null || end != null && !clock.instant().isBefore(end)) {
            throw ProblemType.INVALID_ACCESS_TOKEN.because("token", "The upload token is unknown or has expired.");
        }
    }

    private UploadToken find(String token) {
        UploadToken known = tokens.get(token);
        if (known == null) {
            throw ProblemType.NOT_FOUND.because("uploadToken", "There is no such upload token.");
        }
        return known;
    }
}
