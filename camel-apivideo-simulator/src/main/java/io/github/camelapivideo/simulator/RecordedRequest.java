// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.time.Instant;
import java.util.Map;

/**
 * A request and its answer. Credentials are masked.
 *
 * @param sequence the order of arrival, from 1
 * @param path without the query
 * @param contentRange the header; null if there was none
 * @param videoId the container; null if the request named none
 * @param partNumber 0 if the request carried no part
 * @param fileName of the uploaded file; null if there was none
 * @param bodyBytes bytes of the uploaded file
 * @param status the HTTP status; 0 if the connection was cut
 * @param problemSlug why it was refused; null if it was not
 * @param connectionId which connection carried it
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
