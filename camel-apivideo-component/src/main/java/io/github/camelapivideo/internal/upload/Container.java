// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The container of one upload: opened before the first part, abandoned when the upload fails. Thread-safe. */
final class Container {

    private static final Logger LOG = LoggerFactory.getLogger(Container.class);

    private final UploadRequest request;
    private final Remote remote;
    private final Retry retry;
    private final Abort abort;
    private final Abort patience = new Abort();

    // The container that this upload created, if it did.
    private volatile String ownVideoId;

    Container(UploadRequest request, Remote remote, Retry retry, Abort abort) {
        this.request = request;
        this.remote = remote;
        this.retry = retry;
        this.abort = abort;
    }

    /** Where the parts go. */
    CompletableFuture<Destination> open() {
        Target target = request.target();
        if (target instanceof Target.NewContainer wanted) {
            return create(wanted);
        }
        return CompletableFuture.completedFuture(
                target instanceof Target.Delegated delegated
                        ? new Destination(delegated.videoId(), delegated.uploadToken())
                        : new Destination(((Target.Existing) target).videoId(), null));
    }

    private CompletableFuture<Destination> create(Target.NewContainer wanted) {
        return retry.call("Creating the container", turn(), abort, maybeDone -> {
            if (maybeDone) {
                LOG.warn(
                        "The answer to the creation of a container for '{}' was lost. If the service made it, an empty"
                                + " container stays behind, which the service deletes after 7 days",
                        request.fileName());
            }
            Video video = remote.videos().orElseThrow().create(wanted.creation());
            created(video.videoId());
            return new Destination(video.videoId(), null);
        });
    }

    private Retry.Turn turn() {
        return new Retry.Turn(remote.pace(), Pace.Budget.WRITES);
    }

    /** Remembers that the container is this upload's own. */
    void created(String videoId) {
        ownVideoId = videoId;
        LOG.debug("Container {} created for '{}'", videoId, request.fileName());
    }

    /** Deletes the container if it is to go, and tells the whole story; an error in doing so does not hide the first. */
    CompletableFuture<Throwable> abandon(Throwable failure, int partsReceived) {
        Optional<VideoApi> videos = remote.videos();
        if (ownVideoId == null || !request.deleteOnFailure() || videos.isEmpty()) {
            return CompletableFuture.completedFuture(explain(failure, partsReceived, kept()));
        }
        return retry.call("Deleting the container " + ownVideoId, turn(), patience, maybeDone -> {
                    delete(videos.get());
                    return ownVideoId;
                })
                .handle((deleted, error) -> {
                    if (error == null) {
                        return explain(failure, partsReceived, "container " + ownVideoId + " deleted");
                    }
                    failure.addSuppressed(error);
                    LOG.warn("Container {} could not be deleted; please delete it: {}", ownVideoId, error.getMessage());
                    return explain(failure, partsReceived, "container " + ownVideoId + " could not be deleted");
                });
    }

    /** Ends the tries to delete it. */
    void giveUp() {
        patience.abort();
    }

    private void delete(VideoApi videos) throws ApiVideoException {
        try {
            videos.delete(ownVideoId);
        } catch (ApiVideoException.Rejected refusal) {
            if (refusal.getStatus() != 404) {
                throw refusal;
            }
            // Gone is what we wanted.
        }
    }

    private String kept() {
        return filledVideoId() == null ? "no container" : "container " + filledVideoId() + " kept";
    }

    private String filledVideoId() {
        if (ownVideoId != null) {
            return ownVideoId;
        }
        Target target = request.target();
        return target instanceof Target.Existing existing
                ? existing.videoId()
                : target instanceof Target.Delegated delegated ? delegated.videoId() : null;
    }

    private Throwable explain(Throwable failure, int partsReceived, String outcome) {
        if (failure instanceof IllegalArgumentException) {
            return failure;
        }
        String text = "The upload of '" + request.fileName() + "' failed after " + partsReceived + " accepted parts ("
                + outcome + "): " + failure.getMessage();
        return new UploadFailed(text, filledVideoId(), partsReceived, failure);
    }
}
