// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.UploadProgress;
import java.time.Duration;

/**
 * Receives uploads, requests, waits and events of the component, for logs, counters, metrics and spans. The methods run on
 * the thread that does the work, also on several at once: they return soon, and throw nothing.
 */
public interface Observer {

    /** Ignores everything. */
    Observer NONE = new Observer() {};

    /**
     * Returns the observer of what goes to one environment of the service; by default this one, to which all are alike.
     *
     * @param environment {@code production}, {@code sandbox}, or the host of another service
     */
    default Observer in(String environment) {
        return this;
    }

    /**
     * An upload has begun: its source is open, and it knows its parts.
     *
     * @param parallelism the largest number of parts that it sends at once
     */
    default void uploadStarted(UploadProgress upload, int parallelism) {}

    /**
     * An upload has sent more, has its container, or has its complete video and sends the files beside it; for each upload at
     * most about ten times a second.
     */
    default void uploadProgressed(UploadProgress upload) {}

    /** An upload still runs: told every {@code progressInterval}. */
    default void uploadContinues(UploadProgress upload) {}

    /**
     * An upload has come to stand still; why is in its {@code standstill}. Told once, until it has moved again, or stands
     * still for a reason of another kind.
     */
    default void uploadStands(UploadProgress upload) {}

    /**
     * An upload that had begun has ended, with the files beside its video.
     *
     * @param problem null if the video is complete, and the files beside it are sent
     */
    default void uploadEnded(UploadProgress upload, Throwable problem) {}

    /**
     * An upload has ended before it began, and has sent nothing: it waited for its turn or for a file beside its video, or
     * its source could not be opened. By default the same as the end of one that had begun.
     */
    default void uploadEndedWaiting(UploadProgress upload, Throwable problem) {
        uploadEnded(upload, problem);
    }

    /**
     * A part that was sent for its own has ended: it is no upload of a whole video.
     *
     * @param problem null if the service has the part
     */
    default void partEnded(UploadProgress part, Throwable problem) {}

    /** A part that was to be sent for its own has ended before it began. By default the same as {@link #partEnded}. */
    default void partEndedWaiting(UploadProgress part, Throwable problem) {
        partEnded(part, problem);
    }

    /**
     * One request has ended.
     *
     * @param failures how often the same has failed before
     * @param problem null if the service has carried it out
     * @param nanos from its first byte to the end of the answer, in nanoseconds
     */
    default void requestEnded(ApiRequest request, int failures, Throwable problem, long nanos) {}

    /**
     * A request has failed and is sent again.
     *
     * @param failures how often it has failed, from 1
     * @param delay until it is sent again
     */
    default void retrying(ApiRequest request, int failures, Duration delay, Throwable problem) {}

    /**
     * A request waits, because its account may send no more.
     *
     * @param expected until the next request of its kind may go, so far as that is known
     */
    default void throttled(ApiRequest request, Duration expected) {}

    /** A request that has waited for its account may go now, or is given up. */
    default void throttleEnded(ApiRequest request, Duration waited) {}

    /** A part of a stream has waited for memory, and has it now. */
    default void memoryGranted(Duration waited) {}

    /**
     * A wait for a video has ended.
     *
     * @param problem null if the video is as far as it was waited for
     */
    default void waitEnded(String videoId, Throwable problem, Duration waited) {}

    /** A delivery of a webhook has arrived. */
    default void eventReceived(String type) {}

    /** A delivery of a webhook was refused. */
    default void eventRejected(String reason) {}

    /** An event was delivered that the route has had, or has now. */
    default void eventRepeated(String type) {}
}
