// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.problem.ProblemType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tokens for delegated uploads. Thread-safe. */
public final class UploadTokens {

    private final Clock clock;
    // Guarded by this
    private final Map<String, UploadToken> tokens = new LinkedHashMap<>();

    public UploadTokens(Clock clock) {
        this.clock = clock;
    }

    /** @param ttl the life in seconds; 0 for a token that never expires */
    public synchronized UploadToken create(int ttl) {
        UploadToken token = new UploadToken(Identifiers.next("to", 22), ttl, clock.instant());
        tokens.put(token.token(), token);
        return token;
    }

    /** The tokens that have not expired, the oldest first. */
    public synchronized List<UploadToken> active() {
        return tokens.values().stream()
                .filter(token -> token.isActive(clock.instant()))
                .toList();
    }

    /** The token; refuses the request if it is unknown or has expired. */
    public synchronized UploadToken get(String token) {
        UploadToken known = tokens.get(token);
        if (known == null || !known.isActive(clock.instant())) {
            throw ProblemType.NOT_FOUND.because("uploadToken", "There is no such upload token.");
        }
        return known;
    }

    public synchronized void delete(String token) {
        tokens.remove(get(token).token());
    }

    /** Refuses a token with which nothing may be uploaded. */
    public synchronized void check(String token) {
        if (token == null) {
            throw ProblemType.MISSING_UPLOAD_TOKEN.because("token", "The query has no parameter \"token\".");
        }
        if (!tokens.containsKey(token) || !tokens.get(token).isActive(clock.instant())) {
            throw ProblemType.INVALID_UPLOAD_TOKEN.because("token", "The upload token is unknown or has expired.");
        }
    }

    public synchronized void clear() {
        tokens.clear();
    }
}
