// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.util.concurrent.CompletableFuture;

/** What opens an account, and may have to be fetched before it can be asked. Thread-safe; shared by all its users. */
@FunctionalInterface
public interface Access {

    /** Nothing is needed. */
    Access OPEN = abort -> CompletableFuture.completedFuture(null);

    /**
     * Gets ready to ask. Who comes first fetches what is missing, and blocks on the network; the others hold no thread.
     *
     * @param abort ends the fetching early
     * @return completed when the account can be asked; or, in the end, an {@code ApiVideoException} that nobody else has,
     *     or an {@link AccessLost}
     */
    CompletableFuture<Void> ready(Abort abort);
}
