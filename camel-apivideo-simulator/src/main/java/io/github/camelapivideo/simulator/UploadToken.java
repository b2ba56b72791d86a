// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A token for delegated uploads.
 *
 * @param ttl seconds that it lives; 0 for one that never expires
 */
record UploadToken(String token, int ttl, Instant createdAt) {

    boolean isActive(Instant now) {
        return ttl == 0 || now.isBefore(createdAt.plusSeconds(ttl));
    }

    Json json() {
        return new Json(token, ttl, Atom.format(createdAt), ttl == 0 ? null : Atom.format(createdAt.plusSeconds(ttl)));
    }

    /** @param expiresAt null, and then left out, for one that never expires */
    record Json(
            String token,
            int ttl,
            String createdAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) String expiresAt) {}

    /** A credential. */
    @Override
    public String toString() {
        return "***";
    }
}
