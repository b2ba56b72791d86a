// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.camelapivideo.api.ApiValue;

/**
 * A token with which others upload without an account. The token is a credential: {@link #toString} hides it, and only
 * the JSON contains it. Immutable.
 *
 * @param token the credential; never null
 * @param ttl the life of the token in seconds; 0 for a token that never expires
 * @param createdAt the time of the creation
 * @param expiresAt the time at which the token expires; null if it never does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record UploadToken(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String token,

        Integer ttl,
        String createdAt,
        String expiresAt)
        implements ApiValue {

    @Override
    public String toString() {
        return "UploadToken[token=***, ttl=" + ttl + ", createdAt=" + createdAt + ", expiresAt=" + expiresAt + "]";
    }
}
