// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.text.Secret;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The credentials of an account, which may have to be fetched before a request. Thread-safe; shared by all its users. */
public interface Credentials {

    /** For requests that need none. */
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
     * Gets the credential. The first caller fetches what is missing, and blocks on the network; the others wait without a
     * thread.
     *
     * @param cancellation ends the fetching early
     * @return completed when a request can be sent; in the end, an {@code ApiVideoException} that no other caller gets, or
     *     a {@link CredentialsLost}
     */
    CompletableFuture<Void> ready(Cancellation cancellation);

    /** Returns the credential; to be called when it is ready. */
    Credential current();

    /**
     * Learns that the service has refused a credential.
     *
     * @return whether there is another when they are {@link #ready} again
     */
    boolean refused(Secret header);

    /** The access ended while a request was under way, or who fetched it gave up: get ready, and make the request again. */
    public static final class CredentialsLost extends RuntimeException {

        private final transient ApiVideoException reason;

        /** @param reason what to say if it is lost again and again */
        public CredentialsLost(ApiVideoException reason) {
            super(reason);
            this.reason = reason;
        }

        ApiVideoException reason() {
            return reason;
        }
    }

    /**
     * What one request proves itself with.
     *
     * @param header the value of the header {@code Authorization}; null for none
     * @param secrets what no text may show, even if the service repeats it
     */
    public record Credential(Secret header, Supplier<Stream<Secret>> secrets) {

        /** Proves nothing. */
        public static final Credential NONE = new Credential(null, Stream::empty);
    }
}
