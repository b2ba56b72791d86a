// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import java.util.concurrent.CompletableFuture;

/** What opens an account, and may have to be fetched before it can be asked. Thread-safe; shared by all its users. */
@FunctionalInterface
public interface Credentials {

    /** Nothing is needed. */
    Credentials OPEN = cancellation -> CompletableFuture.completedFuture(null);

    /**
     * Gets ready to ask. Who comes first fetches what is missing, and blocks on the network; the others hold no thread.
     *
     * @param cancellation ends the fetching early
     * @return completed when the account can be asked; or, in the end, an {@code ApiVideoException} that nobody else has,
     *     or an {@link CredentialsLost}
     */
    CompletableFuture<Void> ready(Cancellation cancellation);
}
