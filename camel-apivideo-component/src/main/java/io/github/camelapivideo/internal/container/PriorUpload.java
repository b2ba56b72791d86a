// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.plan.PartPlan;
import java.util.Collections;
import java.util.Set;

/** What earlier uploads with the same key have left at the service. */
public sealed interface PriorUpload {

    /** Nothing to go on with. */
    record Nothing() implements PriorUpload {}

    /**
     * The whole video.
     *
     * @param measured whether it is known to be as long as the body
     */
    record Complete(UploadResult result, boolean measured) implements PriorUpload {}

    /**
     * A container with some parts.
     *
     * @param plan how it is cut, which holds for the missing parts too
     * @param received the numbers of the parts that are there
     * @param total how many parts it has in all, as the service knows it; {@link Part#UNKNOWN} if it does not
     */
    record Partial(Video video, PartPlan plan, Set<Integer> received, int total) implements PriorUpload {

        public boolean has(int partNumber) {
            return received.contains(partNumber);
        }

        /** What is wrong with a source that ends there, if it is not the one whose parts are there; null if nothing. */
        public SourceException wrongEnd(int lastNumber) {
            int highest = received.isEmpty() ? 0 : Collections.max(received);
            boolean fits = total != Part.UNKNOWN ? lastNumber == total : lastNumber > highest;
            return fits
                    ? null
                    : new SourceException(
                            "The body ends with part " + lastNumber + ", but container "
                                    + video.videoId() + " has "
                                    + (total != Part.UNKNOWN
                                            ? total + " parts in all"
                                            : "part " + highest + " and waits for more")
                                    + ": it belongs to another body with the same uploadKey. Use another key, or delete the container");
        }
    }

    /**
     * A container that is open for parts.
     *
     * @param earlier what somebody else, who came with the same key at the same time, has sent there already
     */
    public record OpenContainer(Destination destination, PriorUpload earlier) {

        /** Nobody else has sent anything there that would be of use. */
        public static OpenContainer alone(Destination destination) {
            return new OpenContainer(destination, new PriorUpload.Nothing());
        }
    }
}
