// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.call.Cancellation;
import io.github.camelapivideo.internal.call.Credentials;
import io.github.camelapivideo.internal.call.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** How an account proves who it is. Thread-safe. */
sealed interface Authorization permits Authorization.Basic, Authorization.Bearer {

    /** Gets what the header is to say; see {@link Credentials#ready}. */
    CompletableFuture<Void> ready(HttpCalls calls, Cancellation cancellation);

    /** What the header says; to be asked when it is ready. */
    Secret header();

    /**
     * The service has refused what the header said.
     *
     * @return whether it will say something else when it is ready again
     */
    boolean refused(Secret header);

    /** What must not be shown, even if the service repeats it. */
    Stream<Secret> secrets();

    /** The API key itself. */
    record Basic(Secret apiKey, Secret header) implements Authorization {

        private static final String SCHEME = "Basic ";

        static Basic of(Secret apiKey) {
            byte[] pair = (apiKey.value() + ":").getBytes(StandardCharsets.UTF_8);
            return new Basic(apiKey, new Secret(SCHEME + Base64.getEncoder().encodeToString(pair)));
        }

        @Override
        public CompletableFuture<Void> ready(HttpCalls calls, Cancellation cancellation) {
            return Credentials.OPEN.ready(cancellation);
        }

        @Override
        public boolean refused(Secret refused) {
            return false;
        }

        @Override
        public Stream<Secret> secrets() {
            return Stream.of(apiKey, new Secret(header.value().substring(SCHEME.length())));
        }
    }

    /** A token that was given for the API key, and that ends after an hour. */
    record Bearer(AccessTokens tokens) implements Authorization {

        @Override
        public CompletableFuture<Void> ready(HttpCalls calls, Cancellation cancellation) {
            return tokens.ready(calls, cancellation);
        }

        @Override
        public Secret header() {
            return tokens.header();
        }

        @Override
        public boolean refused(Secret header) {
            tokens.refused(header);
            return true;
        }

        @Override
        public Stream<Secret> secrets() {
            return tokens.secrets();
        }
    }
}
