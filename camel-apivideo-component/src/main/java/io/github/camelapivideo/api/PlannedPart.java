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
 * @param fingerprint tells its bytes from others, so that {@code uploadPart} refuses a file that has changed since; null
 *     if the plan was made without the bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedPart(
        String videoId, int partNumber, int totalParts, long from, long length, String fileName, String fingerprint) {

    /** A part of which nothing tells the bytes. */
    public PlannedPart(String videoId, int partNumber, int totalParts, long from, long length, String fileName) {
        this(videoId, partNumber, totalParts, from, length, fileName, null);
    }

    /** The last byte of it, counted from 0; what the header {@code Range} of HTTP wants. */
    public long to() {
        return from + length - 1;
    }

    /** The same part, with a fingerprint. */
    public PlannedPart withFingerprint(String newFingerprint) {
        return new PlannedPart(videoId, partNumber, totalParts, from, length, fileName, newFingerprint);
    }
}
