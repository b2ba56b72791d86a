// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.engine;

import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.internal.bandwidth.Bandwidth;
import io.github.camelapivideo.internal.bandwidth.LimitedContent;
import io.github.camelapivideo.internal.call.ApiAnswer;
import io.github.camelapivideo.internal.call.ApiRequest;
import io.github.camelapivideo.internal.call.Credentials.Credential;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.call.Transport;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.util.List;

/**
 * Sends the parts of one upload within limits of the bandwidth, and its other requests at once. Thread-safe.
 *
 * @param shares the upload's share of each limit
 */
record LimitedTransport(Transport transport, List<Bandwidth.Share> shares) implements Transport {

    @Override
    public ApiAnswer send(ApiRequest request, Credential credential, Cancellation cancellation)
            throws Unreachable, SourceException {
        ApiRequest limited = request.body() instanceof RequestBody.File file
                ? request.with(file.with(new LimitedContent(file.content(), shares, cancellation)))
                : request;
        return transport.send(limited, credential, cancellation);
    }
}
