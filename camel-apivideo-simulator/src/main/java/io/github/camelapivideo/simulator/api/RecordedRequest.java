// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.api;

import java.time.Instant;
import java.util.Map;

/**
 * A request and its answer. Credentials are masked; the query is left out because it may carry an upload token.
 *
 * <pre>{@code
 * for (RecordedRequest request : simulator.requests(RequestKind.SOURCE)) {
 *     System.out.println(request.contentRange() + ": " + request.status());
 * }
 * }</pre>
 *
 * @param sequence the order of arrival, from 1
 * @param path the path without the query; an upload token or the token of a private video in it is masked
 * @param contentRange the header; null if there was none
 * @param videoId the container that the request named or created; null if there is none
 * @param partNumber from 1; 0 if the request carried no part. A regular upload carries part 1
 * @param fileName the name of the uploaded file; null if there was none, or if the connection was cut
 * @param bodyBytes the size of the uploaded file in bytes; 0 if the connection was cut before its end
 * @param status the HTTP status; 0 if there was no answer
 * @param problemSlug the problem with which it was refused; null if it was not
 * @param connectionId the same for all requests of one connection
 * @param startedAt when its headers had arrived
 * @param finishedAt just before the answer was sent, or when it was certain that there is none
 * @param headers the headers of the request by name, in any case; of Authorization only the scheme
 */
public record RecordedRequest(
        long sequence,
        String method,
        String path,
        RequestKind kind,
        String contentRange,
        String videoId,
        int partNumber,
        String fileName,
        long bodyBytes,
        int status,
        String problemSlug,
        String connectionId,
        Instant startedAt,
        Instant finishedAt,
        Map<String, String> headers) {}
