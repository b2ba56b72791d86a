// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.container.UploadTarget.Destination;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.plan.PartPlan;
import java.util.Collections;
import java.util.Set;

/** The container that earlier uploads with the same key have left at the service. Immutable. */
public sealed interface PriorUpload {

    /** No container can be resumed. */
    record Nothing() implements PriorUpload {}

    /**
     * A container with the whole video.
     *
     * @param measured true if its length is known to equal that of the body
     */
    record Complete(UploadResult result, boolean measured) implements PriorUpload {}

    /**
     * A container with some parts.
     *
     * @param plan the plan of its parts, which holds for the missing parts too
     * @param received the numbers of the parts that the service has
     * @param total the number of parts of the video in the service's record; {@link Part#UNKNOWN} if it has none
     */
    record Partial(Video video, PartPlan plan, Set<Integer> received, int total) implements PriorUpload {

        /** Returns true if the service has the part of this number. */
        public boolean has(int partNumber) {
            return received.contains(partNumber);
        }

        /** Returns the failure for a source that ends with this part but is not the container's; null if it may be. */
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
                                            : "part " + highest + " and expects more")
                                    + ": it belongs to another body with the same uploadKey. Use another key, or delete the container");
        }
    }

    /**
     * A container that is open for parts.
     *
     * @param earlier the parts that another upload with the same key has sent into the container at the same time
     */
    public record OpenContainer(Destination destination, PriorUpload earlier) {

        /** Returns a container into which no other upload has sent usable parts. */
        public static OpenContainer alone(Destination destination) {
            return new OpenContainer(destination, new PriorUpload.Nothing());
        }
    }
}
