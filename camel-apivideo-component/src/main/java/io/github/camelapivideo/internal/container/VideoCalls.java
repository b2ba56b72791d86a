// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.Cancellation;
import io.github.camelapivideo.internal.call.NotYetKnown;
import io.github.camelapivideo.internal.call.OddAnswerException;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.call.Retrier;
import io.github.camelapivideo.internal.call.RetryPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls on containers, each tried until it succeeds or is final, in its turn. Thread-safe. */
public final class VideoCalls {

    private static final Logger LOG = LoggerFactory.getLogger(VideoCalls.class);

    private final AccountGateway remote;
    private final Retrier retry;

    public VideoCalls(AccountGateway remote, Retrier retry) {
        this.remote = remote;
        this.retry = retry;
    }

    /** One try of a call. */
    @FunctionalInterface
    public interface Call<T> {
        T make(VideoApi videos) throws ApiVideoException, IOException;
    }

    /** Whether there is an account, or only an upload token, which opens none of this. */
    public boolean possible() {
        return remote.videos().isPresent();
    }

    private VideoApi videos(Cancellation cancellation) {
        return remote.videos().orElseThrow().until(cancellation);
    }

    public <T> CompletableFuture<T> read(String what, Cancellation cancellation, Call<T> call) {
        return retry.call(
                what,
                remote.turn(RequestGate.Budget.READS),
                cancellation,
                maybeDone -> call.make(videos(cancellation)));
    }

    /** The same, but once: whoever asks tries again. */
    public <T> CompletableFuture<T> readOnce(String what, Cancellation cancellation, Call<T> call) {
        return retry.once(
                what, remote.turn(RequestGate.Budget.READS), true, cancellation, () -> call.make(videos(cancellation)));
    }

    /** All videos with this entry in their metadata, the oldest first, page by page. */
    CompletableFuture<List<Video>> findAll(String what, Metadata entry, Cancellation cancellation) {
        return findFrom(1, new ArrayList<>(), what, entry, cancellation);
    }

    private CompletableFuture<List<Video>> findFrom(
            int page, List<Video> found, String what, Metadata entry, Cancellation cancellation) {
        return read(what, cancellation, videos -> videos.find(entry, page)).thenCompose(next -> {
            found.addAll(next.videos());
            return next.last()
                    ? CompletableFuture.completedFuture(found)
                    : findFrom(page + 1, found, what, entry, cancellation);
        });
    }

    /** Discarded videos with this entry in their metadata; none where the account has no such thing. */
    CompletableFuture<List<Video>> findDiscarded(String what, Metadata entry, Cancellation cancellation) {
        return read(what, cancellation, videos -> {
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
    CompletableFuture<Optional<Video>> findMarked(String what, UploadLabel mark, Cancellation cancellation) {
        return read(what, cancellation, first(mark));
    }

    private static Call<Optional<Video>> first(UploadLabel mark) {
        return videos -> videos.find(mark.asUpload(), 1).videos().stream().findFirst();
    }

    /** Creates a container with a mark, by which it is found if its creation was not answered. */
    public CompletableFuture<Video> create(VideoCreation creation, UploadLabel mark, Cancellation cancellation) {
        return create(creation, mark, cancellation, () -> {});
    }

    /**
     * The same.
     *
     * @param doubted is run when there may be a container of which nobody has told us
     */
    public CompletableFuture<Video> create(
            VideoCreation creation, UploadLabel mark, Cancellation cancellation, Runnable doubted) {
        // The answer may be lost after the container was made.
        Retrier.Check<Video> made = () -> {
            doubted.run();
            return readOnce("Looking for the container", cancellation, first(mark));
        };
        return retry.call(
                        "Creating the container",
                        remote.turn(RequestGate.Budget.WRITES),
                        cancellation,
                        new Retrier.Doubt<>(false, made),
                        maybeDone -> marked(videos(cancellation).create(mark.on(creation)), mark))
                .whenComplete((video, error) -> {
                    if (error == null) {
                        retry.isFresh(video.videoId());
                    } else if (RetryPolicy.mayHaveWorked(error)) {
                        doubted.run();
                    }
                });
    }

    /** An answer to somebody else's creation, as a mixed-up proxy or cache gives it, is no answer. */
    private static Video marked(Video video, UploadLabel mark) throws Unreachable {
        if (video.metadata().contains(mark.asUpload())) {
            return video;
        }
        throw new Unreachable(
                "Creating the container",
                true,
                new OddAnswerException("the answer describes video " + video.videoId()
                        + ", which has not the metadata of the container that was asked for"));
    }

    public CompletableFuture<VideoStatus> status(String videoId, Cancellation cancellation) {
        return read(
                "Asking for the status of " + videoId, cancellation, named(videoId, videos -> videos.status(videoId)));
    }

    /**
     * The same, once it shows the whole video and tells what is asked, as a record that lags does after a while; or else an
     * error.
     */
    CompletableFuture<VideoStatus> completeStatus(WholeCheck whole, Cancellation cancellation) {
        String videoId = whole.videoId();
        Call<VideoStatus> call = named(videoId, videos -> videos.status(videoId));
        return read("Asking for the status of " + videoId, cancellation, videos -> {
            VideoStatus status = call.make(videos);
            if (!status.complete()) {
                throw new NotYetKnown(new IllegalStateException(
                        "Container " + videoId + " has all parts, but the service's record does not show them"));
            }
            if (!whole.isTold(status)) {
                throw new NotYetKnown(new IllegalStateException("Container " + videoId
                        + " is complete, but the service does not tell yet how many bytes it has"));
            }
            return status;
        });
    }

    /** The same; empty if the container is gone. */
    CompletableFuture<Optional<VideoStatus>> statusIfThere(String videoId, Cancellation cancellation) {
        return read(
                "Asking for the status of " + videoId,
                cancellation,
                videos -> ifThere(videos, named(videoId, there -> there.status(videoId))));
    }

    /** The container was created just now, perhaps by another node: it may not be known everywhere yet. */
    public void isFresh(String videoId) {
        retry.isFresh(videoId);
    }

    /** The same call, for which it is no answer yet that a fresh container is not found. */
    public <T> Call<T> named(String videoId, Call<T> call) {
        return videos -> retry.named(videoId, () -> call.make(videos));
    }

    /**
     * The video as the service describes it, which is asked if only the identifier is known. Never fails.
     *
     * @param known what is answered if the video cannot be read
     */
    public CompletableFuture<Video> describe(Video video, Video known, Cancellation cancellation) {
        String videoId = video.videoId();
        if (!video.equals(Video.of(videoId))) {
            return CompletableFuture.completedFuture(video);
        }
        if (!possible()) {
            return CompletableFuture.completedFuture(known);
        }
        return read("Getting " + videoId, cancellation, named(videoId, videos -> videos.get(videoId)))
                .exceptionally(problem -> {
                    LOG.warn("Video {} is there, but cannot be read now: {}", videoId, problem.getMessage());
                    return known;
                });
    }

    /** Deletes a container; one that is gone is deleted too. */
    public CompletableFuture<String> delete(String videoId, Cancellation cancellation) {
        return deleteIfThere(videoId, cancellation).thenApply(there -> videoId);
    }

    /** The same, and tells whether there was one. */
    CompletableFuture<Boolean> deleteIfThere(String videoId, Cancellation cancellation) {
        return retry.call(
                "Deleting the container " + videoId,
                remote.turn(RequestGate.Budget.WRITES),
                cancellation,
                maybeDone -> {
                    Call<String> deletion = videos -> {
                        videos.delete(videoId);
                        return videoId;
                    };
                    // One that is not known yet would appear later, and stay.
                    boolean there = ifThere(videos(cancellation), named(videoId, deletion))
                            .isPresent();
                    retry.isGone(videoId);
                    return there || maybeDone;
                });
    }

    /** What the call answers; empty if the container is gone. */
    public static <T> Optional<T> ifThere(VideoApi videos, Call<T> call) throws ApiVideoException, IOException {
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
