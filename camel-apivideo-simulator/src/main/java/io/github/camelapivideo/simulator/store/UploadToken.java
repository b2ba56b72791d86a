// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.camelapivideo.simulator.answer.ServiceTime;
import java.time.Instant;

/**
 * A token for delegated uploads.
 *
 * @param ttl seconds that it lives; 0 for one that never expires
 */
public record UploadToken(String token, int ttl, Instant createdAt) {

    boolean isActive(Instant now) {
        return ttl == 0 || now.isBefore(createdAt.plusSeconds(ttl));
    }

    public Json json() {
        return new Json(
                token,
                ttl,
                ServiceTime.format(createdAt),
                ttl == 0 ? null : ServiceTime.format(createdAt.plusSeconds(ttl)));
    }

    /** @param expiresAt null, and then left out, for one that never expires */
    public record Json(
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
