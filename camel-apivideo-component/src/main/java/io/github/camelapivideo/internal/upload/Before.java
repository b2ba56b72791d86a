// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.VideoStatus;
import java.util.Set;

/**
 * What a container had before an upload sent anything: when an answer is lost, only the rest can be the upload's own.
 *
 * @param known false if nobody could tell
 * @param parts the numbers of the parts that were there
 */
record Before(boolean known, Set<Integer> parts) {

    /** Of a container that this upload, or an earlier one of the same bytes, has made. */
    static final Before NOTHING = new Before(true, Set.of());

    /** Of somebody else's container, which nobody may look into. */
    static final Before UNKNOWN = new Before(false, Set.of());

    static Before of(VideoStatus status) {
        return new Before(true, Set.copyOf(status.ingest().receivedParts().parts()));
    }

    /** Whether the part may be somebody else's. */
    boolean mayHave(int partNumber) {
        return !known || parts.contains(partNumber);
    }
}
