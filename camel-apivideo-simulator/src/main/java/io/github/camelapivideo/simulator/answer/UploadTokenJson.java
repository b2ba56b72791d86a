// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.camelapivideo.simulator.store.UploadToken;

/**
 * An upload token as the API description has it.
 *
 * @param ttl in seconds; 0 for a token that never expires
 * @param expiresAt null, and then left out, for a token that never expires
 */
public record UploadTokenJson(
        String token,
        int ttl,
        String createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String expiresAt) {

    public static UploadTokenJson of(UploadToken token) {
        int ttl = token.ttl();
        return new UploadTokenJson(
                token.token(),
                ttl,
                ServiceTime.format(token.createdAt()),
                ttl == 0 ? null : ServiceTime.format(token.createdAt().plusSeconds(ttl)));
    }

    /** Hides the token, which is a credential. */
    @Override
    public String toString() {
        return "***";
    }
}
