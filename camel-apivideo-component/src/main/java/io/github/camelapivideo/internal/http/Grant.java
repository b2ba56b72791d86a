// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.internal.call.ApiAnswer;
import java.time.Duration;

/**
 * The service's answer to a request for an access token.
 *
 * @param refreshToken null if there is none
 * @param expiresIn the life of the access token in seconds; null if the answer does not say
 */
record Grant(
        @JsonProperty(value = "access_token", required = true) @JsonSetter(nulls = Nulls.FAIL)
        String accessToken,

        @JsonProperty("refresh_token") String refreshToken,
        @JsonProperty("expires_in") Long expiresIn) {

    private static final Duration USUAL_LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    // What a header can carry.
    private static final String FORM = "[\\x21-\\x7e]+";

    Grant {
        refreshToken = refreshToken == null || refreshToken.isBlank() ? null : refreshToken;
    }

    /**
     * Reads the answer.
     *
     * @throws Unreachable if it has no access token that a header can carry
     */
    static Grant read(ApiAnswer answer) throws Unreachable {
        Grant grant = answer.read(Grant.class);
        if (!grant.accessToken().matches(FORM)) {
            throw answer.odd("its access_token has characters that no header takes");
        }
        return grant;
    }

    /** Returns the life of the access token: an hour if the answer does not say, a day at most. */
    Duration life() {
        if (expiresIn == null || expiresIn <= 0) {
            return USUAL_LIFE;
        }
        return expiresIn < LONGEST_LIFE.toSeconds() ? Duration.ofSeconds(expiresIn) : LONGEST_LIFE;
    }

    @Override
    public String toString() {
        return "***";
    }
}
