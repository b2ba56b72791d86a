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
 * Finds the container in which an upload with a key resumes. Of several that fit, it takes a complete one first, then
 * the oldest, so that all uploads with the key find the same one. The requests follow one another, and each is retried
 * alone. Thread-safe.
 */
public final class ResumeSearch {

    private static final Logger LOG = LoggerFactory.getLogger(ResumeSearch.class);

    private final UploadTarget.Resumable wanted;
    private final long partSize;
    private final long length;
    private final Fingerprint fingerprint;
    private final Function<PartSizes, PartPlan> planning;

    /**
     * @param partSize the wanted part size in bytes; 0 if any fits
     * @param length the length of the source in bytes; {@link UploadLabel#UNKNOWN} if it is known only at the end
     * @param fingerprint the fingerprint of the source
     * @param planning returns the plan for parts of these sizes; refuses impossible sizes
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

    /** Returns the label for a new container that a later upload with the key can resume. */
    UploadLabel label(String uploadId, PartSizes sizes) {
        return new UploadLabel(uploadId, wanted.uploadKey(), sizes, length, fingerprint);
    }

    /**
     * Finds the container; fails with an {@code IllegalStateException} if containers exist, but none fits, and
     * {@code resume=strict} is set.
     */
    CompletableFuture<PriorUpload> search(ApiCalls calls, Cancellation cancellation) {
        return findAll(calls, cancellation)
                .thenCompose(found -> new Search(calls, cancellation, oldestFirst(found)).next());
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

    // The service's order of two videos that were created within one second is not defined.
    private static Iterator<Video> oldestFirst(List<Video> found) {
        return found.stream()
                .sorted(Comparator.comparing(Video::createdAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Video::videoId))
                .iterator();
    }

    /** Examines the found videos one after another. For one thread at a time. */
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

        CompletableFuture<PriorUpload> next() {
            while (left.hasNext() && !(best instanceof PriorUpload.Complete)) {
                Video video = left.next();
                Optional<String> misfit = misfit(UploadLabel.of(video));
                if (misfit.isPresent()) {
                    note(video, misfit.get());
                    continue;
                }
                CompletableFuture<Optional<VideoStatus>> status =
                        calls.execute(VideoRequests.status(video.videoId()).ifExists(), cancellation);
                // A loop for immediate answers: a long chain of futures could overflow the stack.
                if (!status.isDone() || status.isCompletedExceptionally()) {
                    return status.thenCompose(answered -> {
                        judge(video, answered);
                        return next();
                    });
                }
                judge(video, status.join());
            }
            return best instanceof PriorUpload.Nothing ? nothing() : CompletableFuture.completedFuture(best);
        }

        // The list of videos does not contain discarded ones.
        private CompletableFuture<PriorUpload> nothing() {
            return calls.execute(VideoRequests.findDiscarded(UploadLabel.asKey(wanted.uploadKey())), cancellation)
                    .thenApply(discarded -> {
                        discarded.videos().forEach(video -> note(video, "is discarded"));
                        report(misfits);
                        return best;
                    });
        }

        private void note(Video video, String misfit) {
            misfits.add("container " + video.videoId() + " " + misfit);
        }

        /** @param status empty if the video was deleted after the list was read */
        private void judge(Video video, Optional<VideoStatus> status) {
            if (status.isEmpty()) {
                return;
            }
            UploadLabel label = UploadLabel.of(video).orElseThrow();
            Optional<String> misfit = misfit(label, status.get());
            if (misfit.isPresent()) {
                note(video, misfit.get());
            } else if (status.get().complete() || best instanceof PriorUpload.Nothing) {
                best = earlier(video, label, status.get());
            }
        }
    }

    private PriorUpload earlier(Video video, UploadLabel label, VideoStatus status) {
        ReceivedParts received = status.ingest().receivedParts();
        int total = received.total() == null ? Part.UNKNOWN : received.total();
        long bytes = bytes(label, status);
        return status.complete()
                ? new PriorUpload.Complete(
                        new UploadResult(video, bytes, Math.max(1, total)),
                        length != UploadLabel.UNKNOWN && bytes != UploadLabel.UNKNOWN)
                : new PriorUpload.Partial(video, planning.apply(label.sizes()), Set.copyOf(received.parts()), total);
    }

    private static long bytes(UploadLabel label, VideoStatus status) {
        Long counted = status.ingest().filesize();
        return counted != null ? counted : label.length();
    }

    /** Returns why the label of a container rules out resuming it; empty if it does not. */
    private Optional<String> misfit(Optional<UploadLabel> label) {
        if (label.isEmpty()) {
            return Optional.of("does not say its part size and length");
        }
        long labelled = label.get().length();
        boolean bothKnown = labelled != UploadLabel.UNKNOWN && length != UploadLabel.UNKNOWN;
        return bothKnown && labelled != length
                ? Optional.of(otherLength(labelled))
                : otherBytes(label.get().fingerprint());
    }

    private Optional<String> otherBytes(Fingerprint labelled) {
        if (labelled == null) {
            return Optional.of("does not say for which bytes it is, because an earlier version created it");
        }
        // An empty body is refused later, with a message that names the waiting container.
        return fingerprint.isOfNothing()
                ? Optional.empty()
                : labelled.difference(fingerprint)
                        .map(place -> "is for other bytes with the same uploadKey: they differ " + place);
    }

    private String otherLength(long labelled) {
        return "is for " + text(labelled) + ", the body has " + text(length);
    }

    /** Returns why the received parts of a container rule out resuming it; empty if they do not. */
    private Optional<String> misfit(UploadLabel label, VideoStatus status) {
        if (!status.complete()) {
            return misfitOfPartial(label, status.ingest());
        }
        return status.encoding().failed()
                ? Optional.of("is complete, but the service could not encode it in any quality")
                : misfitOfComplete(label, bytes(label, status)).or(() -> otherTotal(label, status.ingest()));
    }

    private Optional<String> misfitOfComplete(UploadLabel label, long bytes) {
        if (fingerprint.isOfNothing()) {
            return Optional.of("is complete, the body is empty");
        }
        if (label.length() != UploadLabel.UNKNOWN && label.length() != bytes) {
            return Optional.of("is complete with " + bytes + " bytes, but was created for " + label.length());
        }
        boolean differs = length != UploadLabel.UNKNOWN && bytes != UploadLabel.UNKNOWN && length != bytes;
        return differs ? Optional.of("is complete with " + bytes + " bytes, the body has " + length) : Optional.empty();
    }

    private Optional<String> misfitOfPartial(UploadLabel label, Ingest ingest) {
        if (label.length() != length) {
            return Optional.of(otherLength(label.length()));
        }
        if (partSize != 0 && !label.sizes().equals(PartSizes.all(partSize))) {
            return Optional.of("has parts of " + label.sizes() + " bytes, but partSize is " + partSize);
        }
        if (label.sizes().first() < PartPlan.MIN_PART_SIZE) {
            return Optional.of("has parts of " + label.sizes() + " bytes, the service accepts none below "
                    + PartPlan.MIN_PART_SIZE);
        }
        if (!ingest.receivedBytes().isEmpty()) {
            return Optional.of("was uploaded in ranges of bytes, not in parts");
        }
        try {
            PartPlan plan = planning.apply(label.sizes());
            Integer total = ingest.receivedParts().total();
            if (total == null && ingest.receivedParts().parts().contains(plan.totalParts())) {
                return Optional.of(
                        "has part " + plan.totalParts() + " and expects more, but the body ends with this part");
            }
            return otherTotal(plan, total);
        } catch (IllegalArgumentException e) {
            return Optional.of("cannot be resumed: " + e.getMessage());
        }
    }

    // A container may be complete by its own total although the body has more parts.
    private Optional<String> otherTotal(UploadLabel label, Ingest ingest) {
        try {
            return otherTotal(
                    planning.apply(label.sizes()), ingest.receivedParts().total());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> otherTotal(PartPlan plan, Integer total) {
        boolean differs = total != null && plan.totalParts() != Part.UNKNOWN && plan.totalParts() != total;
        return differs
                ? Optional.of("has " + total + " parts, the body would have " + plan.totalParts())
                : Optional.empty();
    }

    private static String text(long bytes) {
        return bytes == UploadLabel.UNKNOWN ? "an unknown length" : bytes + " bytes";
    }

    private void report(List<String> misfits) {
        if (misfits.isEmpty()) {
            return;
        }
        String text = "uploadKey=" + LogSafe.brief(wanted.uploadKey()) + ": " + String.join("; ", misfits);
        if (wanted.strict()) {
            throw new IllegalStateException(text + "; resume=strict creates no other container");
        }
        LOG.warn("{}; a new container is created", text);
    }
}
