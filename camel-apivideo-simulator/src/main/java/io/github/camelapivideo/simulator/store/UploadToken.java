// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import java.time.Instant;

/**
 * A token for delegated uploads.
 *
 * @param ttl its life in seconds; 0 for a token that never expires
 */
public record UploadToken(String token, int ttl, Instant createdAt) {

    boolean isActive(Instant now) {
        return ttl == 0 || now.isBefore(createdAt.plusSeconds(ttl));
    }

    /** Hides the token, which is a credential. */
    @Override
    public String toString() {
        return "***";
    }
}
