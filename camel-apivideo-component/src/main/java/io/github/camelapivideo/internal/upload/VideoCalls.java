// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoStatus;
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

    private VideoApi videos() {
        return remote.videos().orElseThrow();
    }

    <T> CompletableFuture<T> read(String what, Abort abort, Call<T> call) {
        return retry.call(what, turn(Pace.Budget.READS), abort, maybeDone -> call.make(videos()));
    }

    /** Creates a container with a mark, by which it is found if its creation was not answered. */
    CompletableFuture<Video> create(VideoCreation creation, Mark mark, Abort abort) {
        return retry.call("Creating the container", turn(Pace.Budget.WRITES), abort, maybeDone -> {
            // The answer may be lost after the container was made.
            Optional<Video> made =
                    maybeDone ? videos().find(mark.asUpload()).stream().findFirst() : Optional.empty();
            return made.isPresent() ? made.get() : videos().create(mark.on(creation));
        });
    }

    CompletableFuture<VideoStatus> status(String videoId, Abort abort) {
        return read("Asking for the status of " + videoId, abort, videos -> videos.status(videoId));
    }

    /** Deletes a container; one that is gone is deleted too. */
    CompletableFuture<String> delete(String videoId, Abort abort) {
        return retry.call("Deleting the container " + videoId, turn(Pace.Budget.WRITES), abort, maybeDone -> {
            ifThere(videos(), videos -> {
                videos.delete(videoId);
                return videoId;
            });
            return videoId;
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

    private Retry.Turn turn(Pace.Budget budget) {
        return new Retry.Turn(remote.pace(), budget);
    }
}
