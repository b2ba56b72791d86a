// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.container.WholeCheck.OtherVideo;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a failed upload's container: it goes, if it is to go, and the failure tells the whole story. */
final class ContainerCleanup {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerCleanup.class);
    private static final String NOT_FOUND = "resource-not-found";

    private final UploadRequest request;
    private final ApiCalls calls;
    private final Cancellation patience;

    ContainerCleanup(UploadRequest request, ApiCalls calls, Cancellation patience) {
        this.request = request;
        this.calls = calls;
        this.patience = patience;
    }

    /**
     * What an upload leaves.
     *
     * @param videoId null if there is no container, or none is known
     * @param own whether this upload created it
     * @param unanswered the mark of a container that may be there without our having heard of it; else null
     */
    record Remains(String videoId, boolean own, UploadLabel unanswered) {}

    CompletableFuture<Throwable> end(Remains remains, Throwable failure, int partsReceived) {
        Function<Remains, Ending> ending = left -> new Ending(left, failure, partsReceived);
        if (!request.deleteOnFailure() || !calls.isAccount() || failure instanceof OtherVideo) {
            return CompletableFuture.completedFuture(ending.apply(remains).kept());
        }
        return find(remains).thenApply(ending).thenCompose(this::delete).exceptionally(error -> ending.apply(remains)
                .notFound(error));
    }

    private CompletableFuture<Remains> find(Remains remains) {
        UploadLabel mark = remains.unanswered();
        if (mark == null) {
            return CompletableFuture.completedFuture(remains);
        }
        return calls.execute(VideoRequests.findLabelled(mark), patience)
                .thenApply(found -> found.map(video -> found(video.videoId())).orElse(new Remains(null, false, null)));
    }

    // A search may show a container that the service does not know by its identifier yet.
    private Remains found(String videoId) {
        calls.isFresh(videoId);
        return new Remains(videoId, true, null);
    }

    private CompletableFuture<Throwable> delete(Ending ending) {
        return ending.left.own()
                ? calls.execute(VideoRequests.delete(ending.left.videoId()), patience)
                        .handle((there, error) -> error == null ? ending.deleted(there) : ending.notDeleted(error))
                : CompletableFuture.completedFuture(ending.kept());
    }

    static void warnOf(String container, Throwable error) {
        LOG.warn("Container {} could not be deleted; please delete it: {}", container, error.getMessage());
    }

    /** How the story ends, in words. */
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
            if (left.unanswered() != null) {
                return mayBeLeft("nobody has looked for it");
            }
            if (left.videoId() == null) {
                return explained("no container");
            }
            if (failure instanceof ApiVideoException.Rejected refusal && refusal.is(NOT_FOUND)) {
                return explained("container " + left.videoId() + " is gone");
            }
            return explained("container " + left.videoId() + " kept" + forWhom());
        }

        private String forWhom() {
            return request.target() instanceof UploadTarget.Resumable && !(failure instanceof OtherVideo)
                    ? "; an upload with the same uploadKey goes on with it"
                    : "";
        }

        /** An API key of another account than the upload token's finds no container where there is one. */
        Throwable deleted(boolean there) {
            boolean ours = there || !(request.target() instanceof UploadTarget.Delegated);
            return ours
                    ? explained("container " + left.videoId() + " deleted")
                    : explained("container " + left.videoId() + " kept, which the apiKey does not open");
        }

        Throwable notDeleted(Throwable error) {
            failure.addSuppressed(error);
            warnOf(left.videoId(), error);
            return explained("container " + left.videoId() + " could not be deleted");
        }

        Throwable notFound(Throwable error) {
            failure.addSuppressed(error);
            return mayBeLeft(error.getMessage());
        }

        private Throwable mayBeLeft(String why) {
            LOG.warn(
                    "There may be a container with the metadata {}; please delete it, if nobody goes on with it: {}",
                    left.unanswered().asUpload(),
                    why);
            return explained(
                    "a container with the metadata " + left.unanswered().asUpload() + " may be left" + forWhom());
        }

        private Throwable explained(String outcome) {
            if (failure instanceof IllegalArgumentException && left.videoId() == null) {
                return failure;
            }
            String text = "The upload of '" + request.fileName() + "' failed after " + partsReceived
                    + " accepted parts (" + outcome + "): " + failure.getMessage();
            return new UploadFailed(text, left.videoId(), partsReceived, failure);
        }
    }
}
