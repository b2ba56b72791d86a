// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiAnswer.OddAnswerException;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiCall.NotYetKnown;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.container.UploadTarget.Destination;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.util.concurrent.CompletableFuture;

/** Asks the service's own record whether it has a part. Thread-safe. */
final class PartRecord {

    private final ApiCalls calls;
    private final Cancellation cancellation;
    private final Reading reading;

    /** @param reading looks for the part in a record */
    PartRecord(ApiCalls calls, Cancellation cancellation, Reading reading) {
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

    /** Returns whether there is a record to ask: an upload token alone opens none. */
    boolean possible() {
        return calls.isAccount();
    }

    /** Asks what the record says now. */
    ApiCall<Answer> ask(Destination destination, Part part) {
        String videoId = destination.videoId();
        if (destination.uploadToken() == null) {
            return VideoRequests.status(videoId).map(status -> answer(part, status));
        }
        return VideoRequests.statusOfUploadToken(videoId)
                .ifExists()
                .map(status -> status.isPresent() ? answer(part, status.get()) : Answer.CLOSED);
    }

    private Answer answer(Part part, VideoStatus status) {
        return reading.isThere(part, status) ? Answer.THERE : Answer.MISSING;
    }

    /**
     * Asks until the part is there: a record that lags is asked again for a while.
     *
     * @param otherwise how it ends if the part does not appear
     * @return never {@code MISSING}
     */
    CompletableFuture<Answer> await(Destination destination, Part part, ApiVideoException otherwise) {
        return calls.execute(ask(destination, part).map(answer -> appeared(answer, otherwise)), cancellation);
    }

    private static Answer appeared(Answer answer, ApiVideoException otherwise) throws NotYetKnown {
        if (answer == Answer.MISSING) {
            throw new NotYetKnown(otherwise);
        }
        return answer;
    }

    /** The same, in no more than the time for which a record may lag, whatever the answers. */
    CompletableFuture<Answer> awaitBriefly(Destination destination, Part part, ApiVideoException otherwise) {
        return calls.execute(
                ask(destination, part)
                        .map(answer -> appeared(answer, otherwise))
                        .recovering((failure, maybeDone) -> {
                            if (RetryPolicy.mayPass(failure) && !(failure.getCause() instanceof OddAnswerException)) {
                                throw new NotYetKnown(otherwise);
                            }
                            throw otherwise;
                        }),
                cancellation);
    }
}
