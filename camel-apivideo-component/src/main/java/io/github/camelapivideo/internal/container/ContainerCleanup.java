// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.container.WholeCheck.OtherVideo;
import io.github.camelapivideo.internal.text.LogSafe;
import io.github.camelapivideo.internal.thread.Cancellation;
import io.github.camelapivideo.internal.thread.Failures;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cleans up the container of a failed upload and builds the failure that explains it. For one upload. */
final class ContainerCleanup {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerCleanup.class);
    private static final String NOT_FOUND = "resource-not-found";

    private final UploadRequest request;
    private final ApiCalls calls;
    private final Cancellation cancellation;

    ContainerCleanup(UploadRequest request, ApiCalls calls, Cancellation cancellation) {
        this.request = request;
        this.calls = calls;
        this.cancellation = cancellation;
    }

    /**
     * The container that an upload leaves.
     *
     * @param videoId the identifier of the container; null if none is known
     * @param own true if this upload created it
     * @param label the label of a container that may exist although the answer to its creation was lost; otherwise null
     * @param mayExist true if a container may exist whose identifier is not known
     * @param growing true if the service may still be creating it
     */
    record Remains(String videoId, boolean own, UploadLabel label, boolean mayExist, boolean growing) {

        private static final Remains NOT_FOUND = new Remains(null, false, null, false, false);
    }

    /** Deletes the container if it is this upload's own, and returns the failure of the upload. Never fails. */
    CompletableFuture<Throwable> end(Remains remains, Throwable failure, int partsReceived) {
        Function<Remains, Ending> ending = left -> new Ending(left, failure, partsReceived);
        if (!request.deleteOnFailure() || !calls.isAccount() || failure instanceof OtherVideo) {
            return CompletableFuture.completedFuture(ending.apply(remains).kept());
        }
        return find(remains).thenApply(ending).thenCompose(this::delete).exceptionally(error -> ending.apply(remains)
                .notFound(error));
    }

    private CompletableFuture<Remains> find(Remains remains) {
        UploadLabel label = remains.label();
        if (label == null) {
            return CompletableFuture.completedFuture(remains);
        }
        return calls.execute(
                        remains.growing() ? VideoRequests.awaitLabelled(label) : VideoRequests.findLabelled(label),
                        cancellation)
                .thenApply(found -> found.map(video -> found(video.videoId())).orElse(Remains.NOT_FOUND));
    }

    // A search may show a container that the service does not know by its identifier yet.
    private Remains found(String videoId) {
        calls.isFresh(videoId);
        return new Remains(videoId, true, null, false, false);
    }

    private CompletableFuture<Throwable> delete(Ending ending) {
        if (!ending.left.own()) {
            return CompletableFuture.completedFuture(ending.kept());
        }
        return request.target() instanceof UploadTarget.Resumable ? deleteUnlessComplete(ending) : deleteNow(ending);
    }

    // Another upload with the key may have completed the video and returned it. Or this one has, and its answer was
    // lost.
    private CompletableFuture<Throwable> deleteUnlessComplete(Ending ending) {
        String videoId = ending.left.videoId();
        ApiCall<Boolean> isComplete = VideoRequests.status(videoId)
                .ifExists()
                .map(status -> status.filter(VideoStatus::complete).isPresent());
        ApiCall<Boolean> deletion = VideoRequests.delete(videoId)
                .map(existed -> true)
                .lookingBeforeRepetition(isComplete.map(complete -> complete ? Optional.of(false) : Optional.empty()))
                .removing(videoId);
        return calls.execute(isComplete, cancellation)
                .thenCompose(complete ->
                        complete ? CompletableFuture.completedFuture(false) : calls.execute(deletion, cancellation))
                .handle((deleted, error) -> {
                    if (error != null) {
                        return ending.notDeleted(Failures.cause(error));
                    }
                    return deleted ? ending.deleted(true) : ending.keptComplete();
                });
    }

    private CompletableFuture<Throwable> deleteNow(Ending ending) {
        return calls.execute(VideoRequests.delete(ending.left.videoId()), cancellation)
                .handle((existed, error) -> error == null ? ending.deleted(existed) : ending.notDeleted(error));
    }

    /** Logs that a container could not be deleted. */
    static void warnOf(String container, Throwable error) {
        LOG.warn("Container {} could not be deleted; please delete it: {}", container, error.getMessage());
    }

    /** Explains the failure of the upload and the fate of its container. */
    private final class Ending {
        private final Remains left;
        private final Throwable failure;
        private final int partsReceived;

        Ending(Remains left, Throwable failure, int partsReceived) {
            this.left = left;
            this.failure = failure;
            this.partsReceived = partsReceived;
        }

        Throwable kept() {
            if (left.label() != null) {
                return mayBeLeft("it was not searched for");
            }
            if (left.mayExist()) {
                LOG.warn(
                        "A video with the title '{}' may be left; please delete it: the upload failed after its first part was sent",
                        LogSafe.of(request.fileName()));
                return explained("a video with the title '" + request.fileName() + "' may be left");
            }
            if (left.videoId() == null) {
                return explained(left == Remains.NOT_FOUND ? "no container found" : "no container");
            }
            if (failure instanceof ApiVideoException.Rejected refusal && refusal.is(NOT_FOUND)) {
                return explained("container " + left.videoId() + " is gone");
            }
            return explained("container " + left.videoId() + " kept" + resumeHint());
        }

        Throwable keptComplete() {
            return explained("container " + left.videoId() + " kept: its video is complete");
        }

        private String resumeHint() {
            return request.target() instanceof UploadTarget.Resumable && !(failure instanceof OtherVideo)
                    ? "; an upload with the same uploadKey resumes it"
                    : "";
        }

        // An API key of another account than the upload token's gets a 404 for an existing container.
        Throwable deleted(boolean existed) {
            boolean sameAccount = existed || !(request.target() instanceof UploadTarget.Delegated);
            return sameAccount
                    ? explained("container " + left.videoId() + " deleted")
                    : explained("container " + left.videoId() + " kept, because the apiKey does not open it");
        }

        Throwable notDeleted(Throwable error) {
            failure.addSuppressed(error);
            warnOf(left.videoId(), error);
            return explained("container " + left.videoId() + " could not be deleted");
        }

        Throwable notFound(Throwable error) {
            Throwable cause = Failures.cause(error);
            failure.addSuppressed(cause);
            return mayBeLeft(cause.getMessage());
        }

        private Throwable mayBeLeft(String why) {
            LOG.warn(
                    "A container with the metadata {} may be left; please delete it, unless another upload uses it: {}",
                    left.label().asUpload(),
                    why);
            return explained(
                    "a container with the metadata " + left.label().asUpload() + " may be left" + resumeHint());
        }

        private Throwable explained(String outcome) {
            if (failure instanceof IllegalArgumentException && left.videoId() == null && !left.mayExist()) {
                return failure;
            }
            String text = "The upload of '" + request.fileName() + "' failed after " + partsReceived
                    + " accepted parts (" + outcome + "): " + failure.getMessage();
            return new UploadFailed(text, left.videoId(), partsReceived, failure);
        }
    }
}
