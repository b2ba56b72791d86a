// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.container.ContainerCleanup.Remains;
import io.github.camelapivideo.internal.container.PriorUpload.OpenContainer;
import io.github.camelapivideo.internal.container.UploadTarget.Destination;
import io.github.camelapivideo.internal.container.WholeCheck.OtherVideo;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The container of one upload: found or created before the first part, and cleaned up when the upload fails.
 * Thread-safe.
 */
public final class Container {

    private static final Logger LOG = LoggerFactory.getLogger(Container.class);

    private final UploadRequest request;
    private final ApiCalls calls;
    private final Cancellation cancellation;
    private final Cancellation cleanupCancellation = new Cancellation();
    private final String uploadId = UUID.randomUUID().toString();

    private volatile String videoId;

    // The label of the container whose creation has begun; null before.
    private volatile UploadLabel label;

    // True if the creation may have succeeded although its answer was lost.
    private volatile boolean doubted;

    // True if the service may still be creating it.
    private volatile boolean unanswered;

    // The answer to the creation; null if this upload has created no container.
    private volatile Video created;

    // True if this upload created the container.
    private volatile boolean own;

    // The container that this upload created and then left for another one; null if none.
    private volatile String leftover;

    /** @param cancellation ends the requests of the upload, but not those after its end */
    public Container(UploadRequest request, ApiCalls calls, Cancellation cancellation) {
        this.request = request;
        this.calls = calls;
        this.cancellation = cancellation;
    }

    /** Finds the parts that an earlier upload with the same key has left. */
    public CompletableFuture<PriorUpload> find(ResumeSearch resumeSearch) {
        return resumeSearch.search(calls, cancellation).thenApply(found -> {
            if (found instanceof PriorUpload.Partial partial) {
                filling(partial.video().videoId());
                LOG.info(
                        "'{}' resumes in container {}, which has {} parts",
                        request.fileName(),
                        videoId,
                        partial.received().size());
            }
            return found;
        });
    }

    /** Opens the container for the parts: creates one, or checks the existing one. */
    public CompletableFuture<OpenContainer> open(PartPlan plan, ResumeSearch resumeSearch) {
        UploadTarget target = request.target();
        if (target instanceof UploadTarget.NewContainer wanted) {
            return create(wanted.creation(), UploadLabel.ofUpload(uploadId)).thenApply(OpenContainer::alone);
        }
        if (target instanceof UploadTarget.Resumable wanted) {
            return create(wanted.creation(), resumeSearch.label(uploadId, plan.sizes()))
                    .thenCompose(created -> agree(created, plan, resumeSearch));
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
                        + " already, and the two would be mixed; allowed is an empty container. To resume an"
                        + " earlier upload, use the option uploadKey instead of videoId");
            }
            return new Destination(existing, null);
        });
    }

    private CompletableFuture<Destination> create(VideoCreation creation, UploadLabel wanted) {
        label = wanted;
        ApiCall<Video> call = VideoRequests.create(creation, wanted, this::doubt);
        return calls.execute(call, cancellation).thenApply(video -> {
            created(video);
            return label.uploadKey() == null ? Destination.created(videoId) : new Destination(videoId, null);
        });
    }

    private void doubt(ApiVideoException failure) {
        doubted = true;
        unanswered |= RetryPolicy.mayStillWork(failure);
    }

    /**
     * Sends the part that creates the container of a delegated upload.
     *
     * @param sending sends it; its argument receives each try that may have worked although its answer was lost
     */
    public CompletableFuture<Video> createdBy(Function<Consumer<ApiVideoException>, CompletableFuture<Video>> sending) {
        // The upload may end while a source holds the part.
        unanswered = true;
        return sending.apply(failure -> doubted = true).whenComplete((video, problem) -> unanswered = false);
    }

    // Several uploads with one key may find nothing at the same time: they must agree on one container.
    private CompletableFuture<OpenContainer> agree(Destination created, PartPlan plan, ResumeSearch resumeSearch) {
        return resumeSearch.search(calls, cancellation).thenApply(found -> {
            String agreed = videoId(found, plan);
            if (agreed == null || agreed.equals(created.videoId())) {
                return OpenContainer.alone(created);
            }
            LOG.info("'{}' continues in container {} of another upload with the same key", request.fileName(), agreed);
            // Another upload may use this container meanwhile: tidy() deletes it only if it is still empty.
            leftover = created.videoId();
            own = false;
            filling(agreed);
            return new OpenContainer(new Destination(agreed, null), found);
        });
    }

    /** Returns the container to agree on; null if none fits, because parts of another plan cannot be combined. */
    private static String videoId(PriorUpload found, PartPlan plan) {
        if (found instanceof PriorUpload.Complete complete) {
            return complete.result().video().videoId();
        }
        return found instanceof PriorUpload.Partial partial && partial.plan().equals(plan)
                ? partial.video().videoId()
                : null;
    }

    /**
     * Compares the service's record with the upload; fails with {@link OtherVideo} if they differ.
     *
     * @param bytes the length of the upload in bytes
     * @param parts the number of parts of the upload
     */
    public CompletableFuture<Void> verify(long bytes, int parts) {
        return check(new WholeCheck(videoId, bytes, parts));
    }

    /**
     * Compares the length of a video that an earlier upload with the same key has completed. The number of parts is not
     * compared, because the part size may have been another.
     *
     * @param earlier the identifier of the video
     * @param bytes the length of the body in bytes
     */
    public CompletableFuture<Void> measure(String earlier, long bytes) {
        filling(earlier);
        return check(new WholeCheck(earlier, bytes, Part.UNKNOWN));
    }

    private CompletableFuture<Void> check(WholeCheck whole) {
        return calls.execute(VideoRequests.status(whole.videoId()).map(whole::comparable), cancellation)
                .thenAccept(whole::check);
    }

    /** Returns true if the upload fills this video now, as far as it has found or created its container. */
    public boolean is(String video) {
        return video.equals(videoId);
    }

    /** Records that this upload has created the container. */
    public void created(Video video) {
        filling(video.videoId());
        own = true;
        created = video;
        LOG.debug("Container {} created for '{}'", videoId, request.fileName());
    }

    /** Returns the video with all properties: reads it if no answer to a part has described it. Never fails. */
    public CompletableFuture<Video> describe(Video video) {
        Video early = created;
        boolean known = early != null && early.videoId().equals(video.videoId());
        return describe(video, known ? early : video, calls, cleanupCancellation);
    }

    /**
     * Returns the video with all properties: reads it if only the identifier is known. Never fails.
     *
     * @param known the result if the video cannot be read
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
            LOG.warn("The properties of video {} cannot be read now: {}", videoId, problem.getMessage());
            return known;
        });
    }

    // This upload, another one or another node may have created it just now.
    private void filling(String container) {
        videoId = container;
        calls.isFresh(container);
    }

    /**
     * Deletes the container of the failed upload if {@code deleteOnFailure} is set.
     *
     * @param failure the cause; a failure of the deletion is added to it as suppressed
     * @param partsReceived the number of parts that the service has accepted
     * @return the failure of the upload, which also says whether the container was kept or deleted
     */
    public CompletableFuture<Throwable> abandon(Throwable failure, int partsReceived) {
        boolean mayExist = videoId == null && (doubted || unanswered);
        return new ContainerCleanup(request, calls, cleanupCancellation)
                .end(new Remains(videoId, own, mayExist ? label : null, mayExist, unanswered), failure, partsReceived);
    }

    /** Deletes the container that this upload created and left, if no other upload uses it. Never fails. */
    public CompletableFuture<Void> tidy() {
        String unused = leftover;
        if (unused == null) {
            return CompletableFuture.completedFuture(null);
        }
        return calls.execute(VideoRequests.status(unused).ifExists(), cleanupCancellation)
                .thenCompose(status -> status.filter(VideoStatus::empty).isPresent()
                        ? calls.execute(VideoRequests.delete(unused), cleanupCancellation)
                        : CompletableFuture.<Boolean>completedFuture(null))
                .handle((done, error) -> {
                    if (error != null) {
                        ContainerCleanup.warnOf(unused, error);
                    }
                    return null;
                });
    }

    /** Cancels the clean-up. */
    public void giveUp() {
        cleanupCancellation.cancel();
    }
}
