// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoStatus;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The container of one upload: found or opened before the first part, abandoned when the upload fails. Thread-safe.
 */
final class Container {

    private static final Logger LOG = LoggerFactory.getLogger(Container.class);

    private final UploadRequest request;
    private final Remote remote;
    private final Retry retry;
    private final Abort abort;
    private final Abort patience = new Abort();
    private final String uploadId = UUID.randomUUID().toString();

    private volatile String videoId;

    // Whether this upload created it.
    private volatile boolean own;

    // Created by this upload, which then went on in another; null if there is none.
    private volatile String leftover;

    Container(UploadRequest request, Remote remote, Retry retry, Abort abort) {
        this.request = request;
        this.remote = remote;
        this.retry = retry;
        this.abort = abort;
    }

    /** What an earlier upload has left. */
    CompletableFuture<Earlier> find(Resumption resumption) {
        String what = "Looking for an earlier upload of '" + request.fileName() + "'";
        return retry.call(what, turn(Pace.Budget.READS), abort, maybeDone -> {
            Earlier found = resumption.search(videos());
            if (found instanceof Earlier.Partial partial) {
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
    CompletableFuture<Destination> open(PartPlan plan, long length, Resumption resumption) {
        Target target = request.target();
        if (target instanceof Target.NewContainer wanted) {
            return create(wanted.creation(), new Mark(uploadId, null, plan.partSize(), length));
        }
        if (target instanceof Target.Resumable wanted) {
            return create(wanted.creation(), new Mark(uploadId, wanted.uploadKey(), plan.partSize(), length))
                    .thenCompose(created -> agree(created, resumption));
        }
        Destination destination = target instanceof Target.Delegated delegated
                ? new Destination(delegated.videoId(), delegated.uploadToken())
                : new Destination(((Target.Existing) target).videoId(), null);
        filling(destination.videoId());
        return CompletableFuture.completedFuture(destination);
    }

    private CompletableFuture<Destination> create(VideoCreation creation, Mark mark) {
        return retry.call("Creating the container", turn(Pace.Budget.WRITES), abort, maybeDone -> {
            // The answer may be lost after the container was made: it carries our mark.
            Optional<Video> made =
                    maybeDone ? videos().find(mark.asUpload()).stream().findFirst() : Optional.empty();
            Video video = made.isPresent() ? made.get() : videos().create(mark.on(creation));
            created(video.videoId());
            return new Destination(videoId, null);
        });
    }

    /** Of several uploads with one key that found nothing at the same time, all go on in the same container. */
    private CompletableFuture<Destination> agree(Destination created, Resumption resumption) {
        return retry.call(
                        "Looking for other uploads",
                        turn(Pace.Budget.READS),
                        abort,
                        maybeDone -> resumption.search(videos()))
                .thenCompose(found -> {
                    String agreed = videoId(found);
                    if (agreed == null || agreed.equals(created.videoId())) {
                        return CompletableFuture.completedFuture(created);
                    }
                    LOG.info("'{}' goes on in container {}, which somebody else has made", request.fileName(), agreed);
                    // Somebody may have agreed on ours meanwhile: it goes in the end, if nobody has.
                    leftover = created.videoId();
                    own = false;
                    filling(agreed);
                    return CompletableFuture.completedFuture(new Destination(agreed, null));
                });
    }

    private static String videoId(Earlier found) {
        return found instanceof Earlier.Partial partial
                ? partial.video().videoId()
                : found instanceof Earlier.Complete complete
                        ? complete.result().video().videoId()
                        : null;
    }

    private Retry.Turn turn(Pace.Budget budget) {
        return new Retry.Turn(remote.pace(), budget);
    }

    private VideoApi videos() {
        return remote.videos().orElseThrow();
    }

    /** Remembers that the container is this upload's own. */
    void created(String newVideoId) {
        filling(newVideoId);
        own = true;
        LOG.debug("Container {} created for '{}'", videoId, request.fileName());
    }

    private void filling(String container) {
        videoId = container;
    }

    /** Deletes the container if it is to go, and tells the whole story; an error in doing so does not hide the first. */
    CompletableFuture<Throwable> abandon(Throwable failure, int partsReceived) {
        if (!own || !request.deleteOnFailure() || remote.videos().isEmpty()) {
            return CompletableFuture.completedFuture(explain(failure, partsReceived, kept()));
        }
        return delete(videoId).handle((deleted, error) -> {
            if (error == null) {
                return explain(failure, partsReceived, "container " + videoId + " deleted");
            }
            failure.addSuppressed(error);
            warnOfLeftover(videoId, error);
            return explain(failure, partsReceived, "container " + videoId + " could not be deleted");
        });
    }

    /** Deletes the container that this upload created and did not use, unless somebody else does. Never fails. */
    CompletableFuture<Void> tidy() {
        String unused = leftover;
        if (unused == null) {
            return CompletableFuture.completedFuture(null);
        }
        return retry.call("Looking into the container " + unused, turn(Pace.Budget.READS), patience, maybeDone -> {
                    Optional<VideoStatus> status = ifThere(() -> videos().status(unused));
                    return status.isPresent() && status.get().isEmpty();
                })
                .thenCompose(empty -> empty ? delete(unused) : CompletableFuture.completedFuture(null))
                .handle((done, error) -> {
                    if (error != null) {
                        warnOfLeftover(unused, error);
                    }
                    return null;
                });
    }

    private static void warnOfLeftover(String container, Throwable error) {
        LOG.warn("Container {} could not be deleted; please delete it: {}", container, error.getMessage());
    }

    private CompletableFuture<String> delete(String container) {
        return retry.call("Deleting the container " + container, turn(Pace.Budget.WRITES), patience, maybeDone -> {
            ifThere(() -> {
                videos().delete(container);
                return container;
            });
            return container;
        });
    }

    /** One call about a container. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws ApiVideoException;
    }

    /** What the call answers; empty if the container is gone. */
    static <T> Optional<T> ifThere(Call<T> call) throws ApiVideoException {
        try {
            return Optional.of(call.make());
        } catch (ApiVideoException.Rejected refusal) {
            if (refusal.getStatus() != 404) {
                throw refusal;
            }
            return Optional.empty();
        }
    }

    /** Ends the tries to delete it. */
    void giveUp() {
        patience.abort();
    }

    private String kept() {
        if (videoId == null) {
            return "no container";
        }
        return request.target() instanceof Target.Resumable
                ? "container " + videoId + " kept; an upload with the same uploadKey goes on with it"
                : "container " + videoId + " kept";
    }

    private Throwable explain(Throwable failure, int partsReceived, String outcome) {
        if (failure instanceof IllegalArgumentException) {
            return failure;
        }
        String text = "The upload of '" + request.fileName() + "' failed after " + partsReceived + " accepted parts ("
                + outcome + "): " + failure.getMessage();
        return new UploadFailed(text, videoId, partsReceived, failure);
    }
}
