// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One planned part of a video: {@code planParts} returns a list of these, {@code uploadPart} sends one. Immutable.
 *
 * <pre>{@code
 * from("file:masters")
 *     .to("apivideo:createVideo")
 *     .to("apivideo:planParts")
 *     .split(body())
 *     .to("jms:parts");
 * }</pre>
 *
 * @param videoId the container; null if the plan was made without one
 * @param partNumber the number of the part, from 1
 * @param totalParts the number of parts of the video
 * @param from the first byte of the part in the source, counted from 0
 * @param length the length of the part in bytes
 * @param fileName the file name that is sent to the service
 * @param fingerprint identifies the bytes of the part, so that {@code uploadPart} refuses a changed file; null
 *     if the plan was made without the bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlannedPart(
        String videoId, int partNumber, int totalParts, long from, long length, String fileName, String fingerprint)
        implements ApiValue {

    /** Creates a part without a fingerprint. */
    public PlannedPart(String videoId, int partNumber, int totalParts, long from, long length, String fileName) {
        this(videoId, partNumber, totalParts, from, length, fileName, null);
    }

    /** Returns the last byte of the part, counted from 0 and inclusive, as in the HTTP header {@code Range}. */
    public long to() {
        return from + length - 1;
    }

    /** Returns a copy with this fingerprint. */
    public PlannedPart withFingerprint(String newFingerprint) {
        return new PlannedPart(videoId, partNumber, totalParts, from, length, fileName, newFingerprint);
    }
}
