// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One part of a video that is to be sent by somebody: what {@code planParts} answers a list of. Immutable.
 *
 * @param videoId the container; null if the plan was made without one
 * @param partNumber its place, from 1
 * @param totalParts how many parts there are in all
 * @param from where it begins in the source, in bytes from 0
 * @param length how long it is, in bytes
 * @param fileName what the service is told the source is called
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedPart(String videoId, int partNumber, int totalParts, long from, long length, String fileName) {

    /** The last byte of it, counted from 0; what the header {@code Range} of HTTP wants. */
    public long to() {
        return from + length - 1;
    }
}
