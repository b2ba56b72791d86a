// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.container.UploadTarget.Destination;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.plan.PartPlan;
import java.util.Collections;
import java.util.Set;
import java.util.stream.IntStream;

/** The container that earlier uploads with the same key have left at the service. Immutable. */
public sealed interface PriorUpload {

    /** Returns true if the service has the part of this number. */
    default boolean has(int partNumber) {
        return false;
    }

    /** Returns true if this part completes the video: its last part told the total, and the service has all others. */
    default boolean lacksOnly(int partNumber) {
        return false;
    }

    /**
     * Returns the failure for a source that has this part but is not the container's; null if it may be.
     *
     * @param last true if the source ends with this part
     */
    default SourceException misfit(int partNumber, boolean last) {
        return null;
    }

    /** No container can be resumed. */
    record Nothing() implements PriorUpload {}

    /**
     * A container with the whole video.
     *
     * @param measured true if its length is known to equal that of the body
     */
    record Complete(UploadResult result, boolean measured) implements PriorUpload {
        @Override
        public boolean has(int partNumber) {
            return true;
        }
    }

    /**
     * A container with some parts.
     *
     * @param plan the plan of its parts, which holds for the missing parts too
     * @param received the numbers of the parts that the service has
     * @param total the number of parts of the video in the service's record; {@link Part#UNKNOWN} if it has none
     */
    record Partial(Video video, PartPlan plan, Set<Integer> received, int total) implements PriorUpload {

        @Override
        public boolean has(int partNumber) {
            return received.contains(partNumber);
        }

        /** Parts are sent in the order of their numbers: the service has those before, or is about to. */
        @Override
        public boolean lacksOnly(int partNumber) {
            return total != Part.UNKNOWN
                    && IntStream.rangeClosed(partNumber + 1, total).allMatch(this::has);
        }

        @Override
        public SourceException misfit(int partNumber, boolean last) {
            boolean ends = last && partNumber != total;
            boolean goesOn = !last && partNumber == total;
            int highest = received.isEmpty() ? 0 : Collections.max(received);
            if (!goesOn && !(ends && (total != Part.UNKNOWN || partNumber <= highest))) {
                return null;
            }
            return new SourceException("The body " + (last ? "ends with" : "continues after") + " part " + partNumber
                    + ", but container "
                    + video.videoId() + " has "
                    + (total != Part.UNKNOWN ? total + " parts in all" : "part " + highest + " and expects more")
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
