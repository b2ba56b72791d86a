// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.call.Credentials;
import io.github.camelapivideo.internal.call.Credentials.Credential;
import io.github.camelapivideo.internal.call.Transport;
import io.github.camelapivideo.internal.text.Secret;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The two kinds of credentials that the service accepts: the API key itself, or an access token. */
public final class AccountCredentials {

    private AccountCredentials() {}

    /** Returns credentials that send the API key in every request. */
    public static Credentials basic(Secret apiKey) {
        byte[] pair = (apiKey.value() + ":").getBytes(StandardCharsets.UTF_8);
        Secret encoded = new Secret(Base64.getEncoder().encodeToString(pair));
        Credential credential =
                new Credential(new Secret("Basic " + encoded.value()), () -> Stream.of(apiKey, encoded));
        return new Credentials() {
            @Override
            public CompletableFuture<Void> ready(Cancellation cancellation) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public Credential current() {
                return credential;
            }

            @Override
            public boolean refused(Secret header) {
                return false;
            }
        };
    }

    /**
     * Returns credentials that send an access token in every request. The API key fetches it; it expires after an hour.
     *
     * @param tokens the access tokens of the account
     * @param transport fetches the token
     */
    public static Credentials bearer(AccessTokens tokens, Transport transport) {
        return new Credentials() {
            @Override
            public CompletableFuture<Void> ready(Cancellation cancellation) {
                return tokens.ready(transport, cancellation);
            }

            @Override
            public Credential current() {
                return new Credential(tokens.header(), tokens::secrets);
            }

            @Override
            public boolean refused(Secret header) {
                tokens.refused(header);
                return true;
            }
        };
    }
}
