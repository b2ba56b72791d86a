// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.api.VideoStatus.Ingest;
import io.github.camelapivideo.api.VideoStatus.ReceivedParts;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.plan.Fingerprint;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.plan.PartPlan.PartSizes;
import io.github.camelapivideo.internal.text.LogSafe;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the container that an upload with a key is to go on with. Of several that fit, a complete one comes first, then
 * the oldest, so that everybody who looks finds the same. Each question is asked in its turn, and tried again alone.
 * Thread-safe.
 */
public final class ResumeSearch {

    private static final Logger LOG = LoggerFactory.getLogger(ResumeSearch.class);

    private final UploadTarget.Resumable wanted;
    private final long partSize;
    private final long length;
    private final Fingerprint fingerprint;
    private final Function<PartSizes, PartPlan> planning;

    /**
     * @param partSize the wanted one, in bytes; 0 if any will do
     * @param length of the source, in bytes; {@link UploadLabel#UNKNOWN} if only its end will tell
     * @param fingerprint of the source
     * @param planning the plan for parts of such sizes; refuses those that cannot be
     */
    public ResumeSearch(
            UploadTarget.Resumable wanted,
            long partSize,
            long length,
            Fingerprint fingerprint,
            Function<PartSizes, PartPlan> planning) {
        this.wanted = wanted;
        this.partSize = partSize;
        this.length = length;
        this.fingerprint = fingerprint;
        this.planning = planning;
    }

    /** What the container of an upload says that an upload like this one can go on with. */
    UploadLabel mark(String uploadId, PartSizes sizes) {
        return new UploadLabel(uploadId, wanted.uploadKey(), sizes, length, fingerprint);
    }

    /** What is there to go on with; an {@code IllegalStateException} if that does not fit and is not to be passed over. */
    CompletableFuture<PriorUpload> search(ApiCalls calls, Cancellation cancellation) {
        return findAll(calls, cancellation)
                .thenCompose(found -> new Search(calls, cancellation, oldestFirst(found)).goOn());
    }

    /** Returns all videos with the key, page by page. */
    private CompletableFuture<List<Video>> findAll(ApiCalls calls, Cancellation cancellation) {
        return findFrom(1, new ArrayList<>(), calls, cancellation);
    }

    private CompletableFuture<List<Video>> findFrom(
            int page, List<Video> found, ApiCalls calls, Cancellation cancellation) {
        return calls.execute(VideoRequests.find(UploadLabel.asKey(wanted.uploadKey()), page), cancellation)
                .thenCompose(next -> {
                    found.addAll(next.videos());
                    return next.last()
                            ? CompletableFuture.completedFuture(found)
                            : findFrom(page + 1, found, calls, cancellation);
                });
    }

    // In which order the service tells of two that it made within a second, nobody knows.
    private static Iterator<Video> oldestFirst(List<Video> found) {
        return found.stream()
                .sorted(Comparator.comparing(Video::createdAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Video::videoId))
                .iterator();
    }

    /** Goes through what was found; for one thread after another. */
    private final class Search {
        private final ApiCalls calls;
        private final Cancellation cancellation;
        private final Iterator<Video> left;
        private final List<String> misfits = new ArrayList<>();
        private PriorUpload best = new PriorUpload.Nothing();

        Search(ApiCalls calls, Cancellation cancellation, Iterator<Video> left) {
            this.calls = calls;
            this.cancellation = cancellation;
            this.left = left;
        }

        CompletableFuture<PriorUpload> goOn() {
            while (left.hasNext() && !(best instanceof PriorUpload.Complete)) {
                Video video = left.next();
                Optional<String> misfit = misfit(UploadLabel.of(video));
                if (misfit.isPresent()) {
                    note(video, misfit.get());
                    continue;
                }
                CompletableFuture<Optional<VideoStatus>> status =
                        calls.execute(VideoRequests.status(video.videoId()).ifExists(), cancellation);
                // What was answered at once needs no other step, of which there could be very many.
                if (!status.isDone() || status.isCompletedExceptionally()) {
                    return status.thenCompose(answered -> {
                        judge(video, answered);
                        return goOn();
                    });
                }
                judge(video, status.join());
            }
            return best instanceof PriorUpload.Nothing ? nothing() : CompletableFuture.completedFuture(best);
        }

        /** Those that are discarded are in no list of videos. */
        private CompletableFuture<PriorUpload> nothing() {
            return calls.execute(VideoRequests.findDiscarded(UploadLabel.asKey(wanted.uploadKey())), cancellation)
                    .thenApply(discarded -> {
                        discarded.videos().forEach(video -> note(video, "is discarded"));
                        tell(misfits);
                        return best;
                    });
        }

        private void note(Video video, String misfit) {
            misfits.add("container " + video.videoId() + " " + misfit);
        }

        /** @param status empty if it was deleted since the list was made */
        private void judge(Video video, Optional<VideoStatus> status) {
            if (status.isEmpty()) {
                return;
            }
            UploadLabel mark = UploadLabel.of(video).orElseThrow();
            Optional<String> misfit = misfit(mark, status.get());
            if (misfit.isPresent()) {
                note(video, misfit.get());
            } else if (status.get().complete() || best instanceof PriorUpload.Nothing) {
                best = earlier(video, mark, status.get());
            }
        }
    }

    private PriorUpload earlier(Video video, UploadLabel mark, VideoStatus status) {
        ReceivedParts received = status.ingest().receivedParts();
        int total = received.total() == null ? Part.UNKNOWN : received.total();
        long bytes = bytes(mark, status);
        return status.complete()
                ? new PriorUpload.Complete(
                        new UploadResult(video, bytes, Math.max(1, total)),
                        length != UploadLabel.UNKNOWN && bytes != UploadLabel.UNKNOWN)
                : new PriorUpload.Partial(video, planning.apply(mark.sizes()), Set.copyOf(received.parts()), total);
    }

    private static long bytes(UploadLabel mark, VideoStatus status) {
        Long counted = status.ingest().filesize();
        return counted != null ? counted : mark.length();
    }

    /** Why a container cannot be gone on with, whatever it has received; empty if it may be. */
    private Optional<String> misfit(Optional<UploadLabel> mark) {
        if (mark.isEmpty()) {
            return Optional.of("does not say how it is cut");
        }
        long marked = mark.get().length();
        boolean bothKnown = marked != UploadLabel.UNKNOWN && length != UploadLabel.UNKNOWN;
        return bothKnown && marked != length
                ? Optional.of(otherLength(marked))
                : otherBytes(mark.get().fingerprint());
    }

    private Optional<String> otherBytes(Fingerprint marked) {
        if (marked == null) {
            return Optional.of("does not say for which bytes it is, as an earlier version has made it");
        }
        // An empty body is refused later, and then the container that waits for the right one is named.
        return fingerprint.isOfNothing()
                ? Optional.empty()
                : marked.difference(fingerprint)
                        .map(place -> "is for other bytes with the same uploadKey: they differ " + place);
    }

    private String otherLength(long marked) {
        return "is for " + text(marked) + ", the body has " + text(length);
    }

    /** Why it cannot, with what it has received; empty if it can. */
    private Optional<String> misfit(UploadLabel mark, VideoStatus status) {
        if (!status.complete()) {
            return misfitOfPartial(mark, status.ingest());
        }
        return status.encoding().failed()
                ? Optional.of("is complete, but the service could not encode it in any quality")
                : misfitOfComplete(mark, bytes(mark, status)).or(() -> otherTotal(mark, status.ingest()));
    }

    private Optional<String> misfitOfComplete(UploadLabel mark, long bytes) {
        if (fingerprint.isOfNothing()) {
            return Optional.of("is complete, the body is empty");
        }
        if (mark.length() != UploadLabel.UNKNOWN && mark.length() != bytes) {
            return Optional.of("is complete with " + bytes + " bytes, but was made for " + mark.length());
        }
        boolean differs = length != UploadLabel.UNKNOWN && bytes != UploadLabel.UNKNOWN && length != bytes;
        return differs ? Optional.of("is complete with " + bytes + " bytes, the body has " + length) : Optional.empty();
    }

    private Optional<String> misfitOfPartial(UploadLabel mark, Ingest ingest) {
        if (mark.length() != length) {
            return Optional.of(otherLength(mark.length()));
        }
        if (partSize != 0 && !mark.sizes().equals(PartSizes.all(partSize))) {
            return Optional.of("has parts of " + mark.sizes() + " bytes, wanted are " + partSize);
        }
        if (mark.sizes().first() < PartPlan.MIN_PART_SIZE) {
            return Optional.of(
                    "has parts of " + mark.sizes() + " bytes, the service takes none below " + PartPlan.MIN_PART_SIZE);
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
            return otherTotal(plan, total);
        } catch (IllegalArgumentException e) {
            return Optional.of("cannot be gone on with: " + e.getMessage());
        }
    }

    // By its own count of parts a container could be complete with fewer than the body has.
    private Optional<String> otherTotal(UploadLabel mark, Ingest ingest) {
        try {
            return otherTotal(
                    planning.apply(mark.sizes()), ingest.receivedParts().total());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> otherTotal(PartPlan plan, Integer total) {
        boolean differs = total != null && plan.totalParts() != Part.UNKNOWN && plan.totalParts() != total;
        return differs
                ? Optional.of("has " + total + " parts, the body would be " + plan.totalParts())
                : Optional.empty();
    }

    private static String text(long bytes) {
        return bytes == UploadLabel.UNKNOWN ? "an unknown length" : bytes + " bytes";
    }

    private void tell(List<String> misfits) {
        if (misfits.isEmpty()) {
            return;
        }
        String text = "uploadKey=" + LogSafe.brief(wanted.uploadKey()) + ": " + String.join("; ", misfits);
        if (wanted.strict()) {
            throw new IllegalStateException(text + "; resume=strict makes no other");
        }
        LOG.warn("{}; a new container is made", text);
    }
}
