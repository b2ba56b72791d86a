// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.internal.call.Credentials.Credential;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.thread.Cancellation;

/** Port: sends one request and reads one answer. Thread-safe. */
@FunctionalInterface
public interface Transport {

    /**
     * Sends a request once and reads its answer. Blocks.
     *
     * @param credential opens the account; {@link Credential#NONE} on the delegated route
     * @param cancellation ends the request early; it then fails as if it were not answered
     * @throws Unreachable if no answer came
     * @throws SourceException if the body cannot be read
     */
    ApiAnswer send(ApiRequest request, Credential credential, Cancellation cancellation)
            throws Unreachable, SourceException;
}
