// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.upload.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How an account proves who it is. Thread-safe. */
sealed interface Authorization permits Authorization.Basic, Authorization.Bearer {

    /** What the header says now; may have to ask the service for it first. */
    Secret current(HttpCalls calls) throws ApiVideoException;

    /**
     * What the header says after the service refused what it said before.
     *
     * @return the same as before if there is nothing else to say
     */
    Secret insteadOf(Secret refused, HttpCalls calls) throws ApiVideoException;

    /** The API key itself. */
    record Basic(Secret header) implements Authorization {

        static Basic of(Secret apiKey) {
            byte[] pair = (apiKey.value() + ":").getBytes(StandardCharsets.UTF_8);
            return new Basic(new Secret("Basic " + Base64.getEncoder().encodeToString(pair)));
        }

        @Override
        public Secret current(HttpCalls calls) {
            return header;
        }

        @Override
        public Secret insteadOf(Secret refused, HttpCalls calls) {
            return header;
        }
    }

    /** A token that was given for the API key, and that ends after an hour. */
    record Bearer(AccessTokens tokens) implements Authorization {

        @Override
        public Secret current(HttpCalls calls) throws ApiVideoException {
            return tokens.current(calls);
        }

        @Override
        public Secret insteadOf(Secret refused, HttpCalls calls) throws ApiVideoException {
            return tokens.insteadOf(refused, calls);
        }
    }
}
