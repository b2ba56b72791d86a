// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.api.VideoStatus.Ingest;
import io.github.camelapivideo.api.VideoStatus.ReceivedParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the container that an upload with a key is to go on with. Of several that fit, a complete one comes first, then
 * the oldest, so that everybody who looks finds the same. Each search is one attempt; thread-safe.
 */
final class Resumption {

    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

    private final Target.Resumable wanted;
    private final long partSize;
    private final long length;
    private final Function<PartSizes, PartPlan> planning;

    /**
     * @param partSize the wanted one, in bytes; 0 if any will do
     * @param length of the source, in bytes; {@link Mark#UNKNOWN} if only its end will tell
     * @param planning the plan for parts of such sizes; refuses those that cannot be
     */
    Resumption(Target.Resumable wanted, long partSize, long length, Function<PartSizes, PartPlan> planning) {
        this.wanted = wanted;
        this.partSize = partSize;
        this.length = length;
        this.planning = planning;
    }

    /**
     * What is there to go on with.
     *
     * @throws IllegalStateException if something is there that does not fit, and that is not to be passed over
     */
    Earlier search(VideoApi videos) throws ApiVideoException {
        List<String> misfits = new ArrayList<>();
        Earlier best = new Earlier.Nothing();
        for (Video video : videos.find(Mark.asKey(wanted.uploadKey()))) {
            Optional<VideoStatus> status = VideoCalls.ifThere(videos, there -> there.status(video.videoId()));
            if (status.isEmpty()) {
                // Deleted since the list was made.
                continue;
            }
            Earlier found = judge(video, Mark.of(video), status.get(), misfits);
            if (found instanceof Earlier.Complete) {
                return found;
            }
            best = best instanceof Earlier.Nothing ? found : best;
        }
        tell(misfits, best);
        return best;
    }

    private Earlier judge(Video video, Optional<Mark> mark, VideoStatus status, List<String> misfits) {
        Optional<String> misfit = misfit(video, mark, status);
        if (misfit.isPresent()) {
            misfits.add("container " + video.videoId() + " " + misfit.get());
            return new Earlier.Nothing();
        }
        ReceivedParts received = status.ingest().receivedParts();
        int total = received.total() == null ? Part.UNKNOWN : received.total();
        if (status.complete()) {
            return new Earlier.Complete(new UploadResult(video, bytes(mark.get(), status), Math.max(1, total)));
        }
        PartPlan plan = planning.apply(mark.get().sizes());
        return new Earlier.Partial(video, plan, Set.copyOf(received.parts()), total);
    }

    private static long bytes(Mark mark, VideoStatus status) {
        Long counted = status.ingest().filesize();
        return counted != null ? counted : mark.length();
    }

    /** Why a container cannot be gone on with; empty if it can. */
    private Optional<String> misfit(Video video, Optional<Mark> mark, VideoStatus status) {
        if (Boolean.TRUE.equals(video.discarded())) {
            return Optional.of("is discarded");
        }
        if (mark.isEmpty()) {
            return Optional.of("does not say how it is cut");
        }
        return status.complete()
                ? misfitOfComplete(bytes(mark.get(), status))
                : misfitOfPartial(mark.get(), status.ingest());
    }

    private Optional<String> misfitOfComplete(long bytes) {
        boolean differs = length != Mark.UNKNOWN && bytes != Mark.UNKNOWN && length != bytes;
        return differs ? Optional.of("is complete with " + bytes + " bytes, the body has " + length) : Optional.empty();
    }

    private Optional<String> misfitOfPartial(Mark mark, Ingest ingest) {
        if (mark.length() != length) {
            return Optional.of("is for " + text(mark.length()) + ", the body has " + text(length));
        }
        if (partSize != 0 && !mark.sizes().equals(PartSizes.all(partSize))) {
            return Optional.of("has parts of " + mark.sizes() + " bytes, wanted are " + partSize);
        }
        if (!ingest.receivedBytes().isEmpty()) {
            return Optional.of("was begun by bytes, not by parts");
        }
        try {
            PartPlan plan = planning.apply(mark.sizes());
            Integer total = ingest.receivedParts().total();
            if (total == null && ingest.receivedParts().parts().contains(plan.totalParts())) {
                return Optional.of(
                        "has part " + plan.totalParts() + " and waits for more, the body would have no more");
            }
            boolean otherTotal = total != null && plan.totalParts() != Part.UNKNOWN && plan.totalParts() != total;
            return otherTotal
                    ? Optional.of("has " + total + " parts, the body would be " + plan.totalParts())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("cannot be gone on with: " + e.getMessage());
        }
    }

    private static String text(long bytes) {
        return bytes == Mark.UNKNOWN ? "an unknown length" : bytes + " bytes";
    }

    private void tell(List<String> misfits, Earlier found) {
        if (misfits.isEmpty() || !(found instanceof Earlier.Nothing)) {
            return;
        }
        String text = "uploadKey=" + wanted.uploadKey() + ": " + String.join("; ", misfits);
        if (wanted.strict()) {
            throw new IllegalStateException(text + "; resume=strict makes no other");
        }
        LOG.warn("{}; a new container is made", text);
    }
}
