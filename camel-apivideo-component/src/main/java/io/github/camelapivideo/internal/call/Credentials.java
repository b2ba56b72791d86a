// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.text.Secret;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Port: the credentials of an account, which may have to be fetched before a request. Thread-safe; shared by all users.
 */
public interface Credentials {

    /** The credentials of requests that need none. */
    Credentials NONE = new Credentials() {
        @Override
        public CompletableFuture<Void> ready(Cancellation cancellation) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Credential current() {
            return Credential.NONE;
        }

        @Override
        public boolean refused(Secret header) {
            return false;
        }
    };

    /**
     * Gets the credential. The first caller fetches a missing one and blocks on the network; the others wait without a
     * thread.
     *
     * @param cancellation ends the fetching early
     * @return completes when a request can be sent; fails with an {@code ApiVideoException} of this caller alone, or
     *     with a {@link CredentialsLost}
     */
    CompletableFuture<Void> ready(Cancellation cancellation);

    /** Returns the credential; may be called when {@link #ready} has completed. */
    Credential current();

    /**
     * Records that the service has refused a credential.
     *
     * @return true if {@link #ready} fetches another one
     */
    boolean refused(Secret header);

    /**
     * The credential expired during the request, or the caller that fetched the credential was cancelled. The request
     * must get the credentials ready again and be repeated.
     */
    public static final class CredentialsLost extends RuntimeException {

        private final transient ApiVideoException reason;

        /** @param reason the failure to report if this happens too often */
        public CredentialsLost(ApiVideoException reason) {
            super(reason);
            this.reason = reason;
        }

        ApiVideoException reason() {
            return reason;
        }
    }

    /**
     * The credential of one request.
     *
     * @param header the value of the header {@code Authorization}; null for none
     * @param secrets the texts that no message may show, even if the service repeats them
     */
    public record Credential(Secret header, Supplier<Stream<Secret>> secrets) {

        /** The credential of a request that needs none. */
        public static final Credential NONE = new Credential(null, Stream::empty);
    }
}
