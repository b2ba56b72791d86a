// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.notification;

import io.github.camelapivideo.api.UploadProgress;
import java.time.Duration;
import org.apache.camel.spi.CamelEvent;

/**
 * What the component tells Camel's event notifiers, as events of the type {@code Custom}: a class for each kind of news. No
 * event has a credential. A notifier is called on the thread that does the work, also on several at once: it must be
 * thread-safe and return soon.
 *
 * <pre>{@code
 * context.getManagementStrategy().addEventNotifier(new SimpleEventNotifierSupport() {
 *     @Override
 *     public void notify(CamelEvent event) {
 *         if (event instanceof ApiVideoNotification.UploadFailed failed) {
 *             pager.ring(failed.upload().fileName());
 *         }
 *     }
 * });
 * }</pre>
 */
public sealed interface ApiVideoNotification extends CamelEvent {

    /** Returns where and when it happened. */
    Origin origin();

    @Override
    default Type getType() {
        return Type.Custom;
    }

    /** Returns the component. */
    @Override
    default Object getSource() {
        return origin().source;
    }

    /** Returns the milliseconds since 1970, whether Camel sets time stamps or not. */
    @Override
    default long getTimestamp() {
        return origin().timestamp;
    }

    @Override
    default void setTimestamp(long timestamp) {
        origin().timestamp = timestamp;
    }

    /** The component, and the time. Thread-safe. */
    final class Origin {
        private final Object source;
        private volatile long timestamp = System.currentTimeMillis();

        public Origin(Object source) {
            this.source = source;
        }

        @Override
        public String toString() {
            return source + " at " + timestamp;
        }
    }

    /**
     * An upload has begun: its source is open, and it knows its parts.
     *
     * @param parallelism the largest number of parts that it sends at once
     */
    record UploadStarted(Origin origin, UploadProgress upload, int parallelism) implements ApiVideoNotification {}

    /**
     * An upload has sent more, has its container, or has its complete video and sends the files beside it; for each upload at
     * most about ten times a second.
     */
    record UploadProgressed(Origin origin, UploadProgress upload) implements ApiVideoNotification {}

    /**
     * An upload has come to stand still; {@code upload.standstill()} says why. Told once, until it has moved again, or stands
     * still for a reason of another kind.
     */
    record UploadStalled(Origin origin, UploadProgress upload) implements ApiVideoNotification {}

    /** An upload has ended: its video is complete, and the files beside it are sent. */
    record UploadCompleted(Origin origin, UploadProgress upload) implements ApiVideoNotification {}

    /**
     * An upload has failed, or was cancelled; its video may be complete, if a file beside it failed. For one that ended before
     * it began, because its file was missing or its time was over in the queue, there was no {@link UploadStarted}.
     *
     * @param problem why
     */
    record UploadFailed(Origin origin, UploadProgress upload, Throwable problem) implements ApiVideoNotification {}

    /**
     * A request waits, because its account may send no more.
     *
     * @param operation the method and the path as the service documents it, such as {@code GET /videos/{videoId}/status}
     * @param expected until the next request of its kind may go, so far as that is known
     */
    record Throttled(Origin origin, String operation, Duration expected) implements ApiVideoNotification {}

    /**
     * A request that has waited for its account may go now, or is given up.
     *
     * @param operation as in {@link Throttled}
     */
    record ThrottleEnded(Origin origin, String operation, Duration waited) implements ApiVideoNotification {}

    /**
     * A wait for a video has ended, of {@code waitForVideo} or {@code waitFor}.
     *
     * @param problem null if the video has reached the state that was waited for
     */
    record VideoWaitEnded(Origin origin, String videoId, Duration waited, Throwable problem)
            implements ApiVideoNotification {}

    /**
     * An event of the service was delivered, and its signature is right.
     *
     * @param type such as {@code video.encoding.quality.completed}
     */
    record EventReceived(Origin origin, String type) implements ApiVideoNotification {}

    /**
     * A delivery was refused.
     *
     * @param reason {@code signature}, {@code size}, or {@code unreadable}
     */
    record EventRejected(Origin origin, String reason) implements ApiVideoNotification {}

    /** An event was delivered that its route has had, or has now. {@link EventReceived} was told, too. */
    record EventRepeated(Origin origin, String type) implements ApiVideoNotification {}
}
