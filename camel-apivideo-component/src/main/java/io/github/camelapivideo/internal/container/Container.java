// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.container.PriorUpload.OpenContainer;
import io.github.camelapivideo.internal.container.WholeCheck.OtherVideo;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The container of one upload: found or opened before the first part, abandoned when the upload fails. Thread-safe.
 */
public final class Container {

    private static final Logger LOG = LoggerFactory.getLogger(Container.class);

    private final UploadRequest request;
    private final ApiCalls calls;
    private final Cancellation cancellation;
    private final Cancellation patience = new Cancellation();
    private final String uploadId = UUID.randomUUID().toString();

    private volatile String videoId;

    // What the container has whose creation was begun; null before.
    private volatile UploadLabel mark;

    // True if the creation may have succeeded although its answer was lost.
    private volatile boolean doubted;

    // As the service described it then; null if this upload has created none.
    private volatile Video created;

    // Whether this upload created it.
    private volatile boolean own;

    // Created by this upload, which then went on in another; null if there is none.
    private volatile String leftover;

    public Container(UploadRequest request, ApiCalls calls, Cancellation cancellation) {
        this.request = request;
        this.calls = calls;
        this.cancellation = cancellation;
    }

    /** What an earlier upload has left. */
    public CompletableFuture<PriorUpload> find(ResumeSearch resumption) {
        return resumption.search(calls, cancellation).thenApply(found -> {
            if (found instanceof PriorUpload.Partial partial) {
                filling(partial.video().videoId());
                LOG.info(
                        "'{}' goes on in container {}, which has {} parts",
                        request.fileName(),
                        videoId,
                        partial.received().size());
            }
            return found;
        });
    }

    /** Where the parts go. */
    public CompletableFuture<OpenContainer> open(PartPlan plan, ResumeSearch resumption) {
        UploadTarget target = request.target();
        if (target instanceof UploadTarget.NewContainer wanted) {
            return create(wanted.creation(), UploadLabel.ofUpload(uploadId)).thenApply(OpenContainer::alone);
        }
        if (target instanceof UploadTarget.Resumable wanted) {
            return create(wanted.creation(), resumption.mark(uploadId, plan.sizes()))
                    .thenCompose(created -> agree(created, plan, resumption));
        }
        if (target instanceof UploadTarget.Delegated delegated) {
            videoId = delegated.videoId();
            return CompletableFuture.completedFuture(OpenContainer.alone(delegated.destination()));
        }
        return openExisting(((UploadTarget.Existing) target).videoId()).thenApply(OpenContainer::alone);
    }

    private CompletableFuture<Destination> openExisting(String existing) {
        filling(existing);
        return calls.execute(VideoRequests.status(existing), cancellation).thenApply(status -> {
            if (status.complete()) {
                throw new IllegalStateException("videoId=" + existing + ": the container has its video already, and"
                        + " takes no other. If an earlier upload in the route has left the header CamelApiVideoId, take"
                        + " it away with .removeHeader(\"CamelApiVideoId\")");
            }
            if (!status.empty()) {
                throw new IllegalStateException("videoId=" + existing + ": the container has parts of another upload"
                        + " already, and the two would be mixed; allowed is an empty container. To go on where an"
                        + " earlier upload ended, use the option uploadKey instead of videoId");
            }
            return new Destination(existing, null);
        });
    }

    private CompletableFuture<Destination> create(VideoCreation creation, UploadLabel wanted) {
        mark = wanted;
        ApiCall<Video> call = VideoRequests.create(creation, wanted, () -> doubted = true);
        return calls.execute(call, cancellation).thenApply(video -> {
            created(video);
            return mark.uploadKey() == null ? Destination.created(videoId) : new Destination(videoId, null);
        });
    }

    /** Of several uploads with one key that found nothing at the same time, all go on in the same container. */
    private CompletableFuture<OpenContainer> agree(Destination created, PartPlan plan, ResumeSearch resumption) {
        return resumption.search(calls, cancellation).thenApply(found -> {
            String agreed = videoId(found, plan);
            if (agreed == null || agreed.equals(created.videoId())) {
                return OpenContainer.alone(created);
            }
            LOG.info("'{}' goes on in container {}, which somebody else has made", request.fileName(), agreed);
            // Somebody may have agreed on ours meanwhile: it goes in the end, if nobody has.
            leftover = created.videoId();
            own = false;
            filling(agreed);
            return new OpenContainer(new Destination(agreed, null), found);
        });
    }

    /** The container to agree on; null if there is none. Parts that are cut otherwise do not belong together. */
    private static String videoId(PriorUpload found, PartPlan plan) {
        if (found instanceof PriorUpload.Complete complete) {
            return complete.result().video().videoId();
        }
        return found instanceof PriorUpload.Partial partial && partial.plan().equals(plan)
                ? partial.video().videoId()
                : null;
    }

    /** Holds what the service has in the end against what was uploaded; fails with {@link OtherVideo} if they differ. */
    public CompletableFuture<Void> verify(long bytes, int parts) {
        return check(new WholeCheck(videoId, bytes, parts));
    }

    /** The same for the video that an earlier upload with the key has completed; its body may have been cut otherwise. */
    public CompletableFuture<Void> measure(String earlier, long bytes) {
        filling(earlier);
        return check(new WholeCheck(earlier, bytes, Part.UNKNOWN));
    }

    private CompletableFuture<Void> check(WholeCheck whole) {
        return calls.execute(VideoRequests.status(whole.videoId()).map(whole::told), cancellation)
                .thenAccept(whole::check);
    }

    /** Remembers that the container is this upload's own. */
    public void created(Video video) {
        filling(video.videoId());
        own = true;
        created = video;
        LOG.debug("Container {} created for '{}'", videoId, request.fileName());
    }

    /** The video as the service describes it: if no answer to a part has, it is asked. Never fails. */
    public CompletableFuture<Video> describe(Video video) {
        Video early = created;
        boolean known = early != null && early.videoId().equals(video.videoId());
        return describe(video, known ? early : video, calls, patience);
    }

    /**
     * Returns the video as the service describes it, which is asked if only the identifier is known. Never fails.
     *
     * @param known the answer if the video cannot be read
     */
    public static CompletableFuture<Video> describe(
            Video video, Video known, ApiCalls calls, Cancellation cancellation) {
        String videoId = video.videoId();
        if (!video.equals(Video.of(videoId))) {
            return CompletableFuture.completedFuture(video);
        }
        if (!calls.isAccount()) {
            return CompletableFuture.completedFuture(known);
        }
        return calls.execute(VideoRequests.get(videoId), cancellation).exceptionally(problem -> {
            LOG.warn("Video {} is complete, but cannot be read now: {}", videoId, problem.getMessage());
            return known;
        });
    }

    // This upload, another one or another node may have created it just now.
    private void filling(String container) {
        videoId = container;
        calls.isFresh(container);
    }

    /** Deletes the container if it is to go, and tells the whole story; an error in doing so does not hide the first. */
    public CompletableFuture<Throwable> abandon(Throwable failure, int partsReceived) {
        UploadLabel unanswered = videoId == null && doubted ? mark : null;
        return new ContainerCleanup(request, calls, patience)
                .end(new ContainerCleanup.Remains(videoId, own, unanswered), failure, partsReceived);
    }

    /** Deletes the container that this upload created and did not use, unless somebody else does. Never fails. */
    public CompletableFuture<Void> tidy() {
        String unused = leftover;
        if (unused == null) {
            return CompletableFuture.completedFuture(null);
        }
        return calls.execute(VideoRequests.status(unused).ifExists(), patience)
                .thenCompose(status -> status.filter(VideoStatus::empty).isPresent()
                        ? calls.execute(VideoRequests.delete(unused), patience)
                        : CompletableFuture.<Boolean>completedFuture(null))
                .handle((done, error) -> {
                    if (error != null) {
                        ContainerCleanup.warnOf(unused, error);
                    }
                    return null;
                });
    }

    /** Ends the tries to delete it. */
    public void giveUp() {
        patience.cancel();
    }
}
