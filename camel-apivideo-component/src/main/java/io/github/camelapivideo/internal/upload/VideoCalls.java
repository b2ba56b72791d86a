// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls on containers, each tried until it succeeds or is final, in its turn. Thread-safe. */
final class VideoCalls {

    private static final Logger LOG = LoggerFactory.getLogger(VideoCalls.class);

    private final Remote remote;
    private final Retry retry;

    VideoCalls(Remote remote, Retry retry) {
        this.remote = remote;
        this.retry = retry;
    }

    /** One try of a call. */
    @FunctionalInterface
    interface Call<T> {
        T make(VideoApi videos) throws ApiVideoException, IOException;
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
                        maybeDone -> marked(videos(abort).create(mark.on(creation)), mark))
                .whenComplete((video, error) -> {
                    if (error == null) {
                        retry.isFresh(video.videoId());
                    } else if (RetryPolicy.mayHaveWorked(error)) {
                        doubted.run();
                    }
                });
    }

    /** An answer to somebody else's creation, as a mixed-up proxy or cache gives it, is no answer. */
    private static Video marked(Video video, Mark mark) throws Unreachable {
        if (video.metadata().contains(mark.asUpload())) {
            return video;
        }
        throw new Unreachable(
                "Creating the container",
                true,
                new OddAnswerException("the answer describes video " + video.videoId()
                        + ", which has not the metadata of the container that was asked for"));
    }

    CompletableFuture<VideoStatus> status(String videoId, Abort abort) {
        return read("Asking for the status of " + videoId, abort, named(videoId, videos -> videos.status(videoId)));
    }

    /**
     * The same, once it shows the whole video and tells what is asked, as a record that lags does after a while; or else an
     * error.
     */
    CompletableFuture<VideoStatus> completeStatus(WholeCheck whole, Abort abort) {
        String videoId = whole.videoId();
        Call<VideoStatus> call = named(videoId, videos -> videos.status(videoId));
        return read("Asking for the status of " + videoId, abort, videos -> {
            VideoStatus status = call.make(videos);
            if (!status.complete()) {
                throw new NotYet(new IllegalStateException(
                        "Container " + videoId + " has all parts, but the service's record does not show them"));
            }
            if (!whole.isTold(status)) {
                throw new NotYet(new IllegalStateException("Container " + videoId
                        + " is complete, but the service does not tell yet how many bytes it has"));
            }
            return status;
        });
    }

    /** The same; empty if the container is gone. */
    CompletableFuture<Optional<VideoStatus>> statusIfThere(String videoId, Abort abort) {
        return read(
                "Asking for the status of " + videoId,
                abort,
                videos -> ifThere(videos, named(videoId, there -> there.status(videoId))));
    }

    /** The container was created just now, perhaps by another node: it may not be known everywhere yet. */
    void isFresh(String videoId) {
        retry.isFresh(videoId);
    }

    /** The same call, for which it is no answer yet that a fresh container is not found. */
    <T> Call<T> named(String videoId, Call<T> call) {
        return videos -> retry.named(videoId, () -> call.make(videos));
    }

    /**
     * The video as the service describes it, which is asked if only the identifier is known. Never fails.
     *
     * @param known what is answered if the video cannot be read
     */
    CompletableFuture<Video> describe(Video video, Video known, Abort abort) {
        String videoId = video.videoId();
        if (!video.equals(Video.of(videoId))) {
            return CompletableFuture.completedFuture(video);
        }
        if (!possible()) {
            return CompletableFuture.completedFuture(known);
        }
        return read("Getting " + videoId, abort, named(videoId, videos -> videos.get(videoId)))
                .exceptionally(problem -> {
                    LOG.warn("Video {} is there, but cannot be read now: {}", videoId, problem.getMessage());
                    return known;
                });
    }

    /** Deletes a container; one that is gone is deleted too. */
    CompletableFuture<String> delete(String videoId, Abort abort) {
        return deleteIfThere(videoId, abort).thenApply(there -> videoId);
    }

    /** The same, and tells whether there was one. */
    CompletableFuture<Boolean> deleteIfThere(String videoId, Abort abort) {
        return retry.call("Deleting the container " + videoId, remote.turn(Pace.Budget.WRITES), abort, maybeDone -> {
            Call<String> deletion = videos -> {
                videos.delete(videoId);
                return videoId;
            };
            // One that is not known yet would appear later, and stay.
            boolean there = ifThere(videos(abort), named(videoId, deletion)).isPresent();
            retry.isGone(videoId);
            return there || maybeDone;
        });
    }

    /** What the call answers; empty if the container is gone. */
    static <T> Optional<T> ifThere(VideoApi videos, Call<T> call) throws ApiVideoException, IOException {
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
