// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.Cancellation;
import io.github.camelapivideo.internal.call.NotYetKnown;
import io.github.camelapivideo.internal.call.OddAnswerException;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.container.Destination;
import io.github.camelapivideo.internal.container.VideoCalls;
import io.github.camelapivideo.internal.part.Part;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks the service's own record whether it has a part. Thread-safe. */
final class PartRecord {

    private final VideoCalls calls;
    private final Cancellation cancellation;
    private final Reading reading;

    /** @param reading whether the part is in what the service tells of the container */
    PartRecord(VideoCalls calls, Cancellation cancellation, Reading reading) {
        this.calls = calls;
        this.cancellation = cancellation;
        this.reading = reading;
    }

    /** Looks for a part in a record. */
    @FunctionalInterface
    interface Reading {

        /** @throws IllegalStateException if the record is of another video */
        boolean isThere(Part part, VideoStatus status);
    }

    /** What a record says of a part. */
    enum Answer {
        THERE,
        MISSING,

        /** The container belongs to an upload token of another account. */
        CLOSED
    }

    /** Whether there is a record to ask: an upload token alone opens none. */
    boolean possible() {
        return calls.possible();
    }

    /** What the record says now; whoever asks tries again. */
    CompletableFuture<Answer> askOnce(Destination destination, Part part) {
        return calls.readOnce(what(part), cancellation, answer(destination, part));
    }

    /**
     * Asks until the part is there: a record that lags is asked again for a while.
     *
     * @param otherwise how it ends if the part does not appear
     * @return never {@code MISSING}
     */
    CompletableFuture<Answer> await(Destination destination, Part part, ApiVideoException otherwise) {
        return calls.read(what(part), cancellation, appeared(answer(destination, part), otherwise));
    }

    /** The same, in no more than the time for which a record may lag, whatever the answers. */
    CompletableFuture<Answer> awaitBriefly(Destination destination, Part part, ApiVideoException otherwise) {
        VideoCalls.Call<Answer> call = appeared(answer(destination, part), otherwise);
        return calls.read(what(part), cancellation, videos -> {
            try {
                return call.make(videos);
            } catch (ApiVideoException e) {
                if (RetryPolicy.mayPass(e) && !(e.getCause() instanceof OddAnswerException)) {
                    throw new NotYetKnown(otherwise);
                }
                throw otherwise;
            }
        });
    }

    private static String what(Part part) {
        return "Asking for part " + part.number();
    }

    private VideoCalls.Call<Answer> answer(Destination destination, Part part) {
        String videoId = destination.videoId();
        VideoCalls.Call<VideoStatus> status = videos -> videos.status(videoId);
        VideoCalls.Call<Optional<VideoStatus>> record = destination.uploadToken() == null
                ? videos -> Optional.of(calls.named(videoId, status).make(videos))
                : videos -> VideoCalls.ifThere(videos, status);
        return videos -> record.make(videos)
                .map(there -> reading.isThere(part, there) ? Answer.THERE : Answer.MISSING)
                .orElse(Answer.CLOSED);
    }

    private static VideoCalls.Call<Answer> appeared(VideoCalls.Call<Answer> call, ApiVideoException otherwise) {
        return videos -> {
            Answer answer = call.make(videos);
            if (answer == Answer.MISSING) {
                throw new NotYetKnown(otherwise);
            }
            return answer;
        };
    }
}
