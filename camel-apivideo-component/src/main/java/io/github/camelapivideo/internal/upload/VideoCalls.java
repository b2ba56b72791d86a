// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The calls on containers, each tried until it succeeds or is final, in its turn. Thread-safe. */
final class VideoCalls {

    private final Remote remote;
    private final Retry retry;

    VideoCalls(Remote remote, Retry retry) {
        this.remote = remote;
        this.retry = retry;
    }

    /** One try of a call. */
    @FunctionalInterface
    interface Call<T> {
        T make(VideoApi videos) throws ApiVideoException;
    }

    /** Whether there is an account, or only an upload token, which opens none of this. */
    boolean possible() {
        return remote.videos().isPresent();
    }

    private VideoApi videos(Abort abort) {
        return remote.videos().orElseThrow().until(abort);
    }

    <T> CompletableFuture<T> read(String what, Abort abort, Call<T> call) {
        return retry.call(what, remote.turn(Pace.Budget.READS), abort, maybeDone -> call.make(videos(abort)));
    }

    /** The same, but once: whoever asks tries again. */
    <T> CompletableFuture<T> readOnce(String what, Abort abort, Call<T> call) {
        return retry.once(what, remote.turn(Pace.Budget.READS), true, abort, () -> call.make(videos(abort)));
    }

    /** All videos with this entry in their metadata, the oldest first, page by page. */
    CompletableFuture<List<Video>> findAll(String what, Metadata entry, Abort abort) {
        return findFrom(1, new ArrayList<>(), what, entry, abort);
    }

    private CompletableFuture<List<Video>> findFrom(
            int page, List<Video> found, String what, Metadata entry, Abort abort) {
        return read(what, abort, videos -> videos.find(entry, page)).thenCompose(next -> {
            found.addAll(next.videos());
            return next.last()
                    ? CompletableFuture.completedFuture(found)
                    : findFrom(page + 1, found, what, entry, abort);
        });
    }

    /** Discarded videos with this entry in their metadata; none where the account has no such thing. */
    CompletableFuture<List<Video>> findDiscarded(String what, Metadata entry, Abort abort) {
        return read(what, abort, videos -> {
            try {
                return videos.findDiscarded(entry, 1).videos();
            } catch (ApiVideoException.Rejected refusal) {
                if (RetryPolicy.mayPass(refusal)) {
                    throw refusal;
                }
                return List.of();
            }
        });
    }

    /** The container of an upload whose creation was not answered. */
    CompletableFuture<Optional<Video>> findMarked(String what, Mark mark, Abort abort) {
        return read(what, abort, first(mark));
    }

    private static Call<Optional<Video>> first(Mark mark) {
        return videos -> videos.find(mark.asUpload(), 1).videos().stream().findFirst();
    }

    /** Creates a container with a mark, by which it is found if its creation was not answered. */
    CompletableFuture<Video> create(VideoCreation creation, Mark mark, Abort abort) {
        return create(creation, mark, abort, () -> {});
    }

    /**
     * The same.
     *
     * @param doubted is run when there may be a container of which nobody has told us
     */
    CompletableFuture<Video> create(VideoCreation creation, Mark mark, Abort abort, Runnable doubted) {
        // The answer may be lost after the container was made.
        Retry.Check<Video> made = () -> {
            doubted.run();
            return readOnce("Looking for the container", abort, first(mark));
        };
        return retry.call(
                        "Creating the container",
                        remote.turn(Pace.Budget.WRITES),
                        abort,
                        new Retry.Doubt<>(false, made),
                        maybeDone -> videos(abort).create(mark.on(creation)))
                .whenComplete((video, error) -> {
                    if (error != null && RetryPolicy.mayHaveWorked(error)) {
                        doubted.run();
                    }
                });
    }

    CompletableFuture<VideoStatus> status(String videoId, Abort abort) {
        return read("Asking for the status of " + videoId, abort, videos -> videos.status(videoId));
    }

    /** The same; empty if the container is gone. */
    CompletableFuture<Optional<VideoStatus>> statusIfThere(String videoId, Abort abort) {
        return read(
                "Asking for the status of " + videoId,
                abort,
                videos -> ifThere(videos, there -> there.status(videoId)));
    }

    /** Deletes a container; one that is gone is deleted too. */
    CompletableFuture<String> delete(String videoId, Abort abort) {
        return deleteIfThere(videoId, abort).thenApply(there -> videoId);
    }

    /** The same, and tells whether there was one. */
    CompletableFuture<Boolean> deleteIfThere(String videoId, Abort abort) {
        return retry.call("Deleting the container " + videoId, remote.turn(Pace.Budget.WRITES), abort, maybeDone -> {
            boolean there = ifThere(videos(abort), videos -> {
                        videos.delete(videoId);
                        return videoId;
                    })
                    .isPresent();
            return there || maybeDone;
        });
    }

    /** What the call answers; empty if the container is gone. */
    static <T> Optional<T> ifThere(VideoApi videos, Call<T> call) throws ApiVideoException {
        try {
            return Optional.of(call.make(videos));
        } catch (ApiVideoException.Rejected refusal) {
            if (refusal.getStatus() != 404) {
                throw refusal;
            }
            return Optional.empty();
        }
    }
}
