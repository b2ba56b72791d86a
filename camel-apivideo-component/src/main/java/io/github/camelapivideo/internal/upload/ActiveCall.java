// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.util.concurrent.CompletableFuture;

/** What the engine has begun, and can end. */
interface ActiveCall {

    /** Ends it before it is complete, and tells when it has ended. */
    CompletableFuture<?> stop(Throwable reason);

    /** Ends the cleaning up after it, too. */
    CompletableFuture<?> giveUp();
}
