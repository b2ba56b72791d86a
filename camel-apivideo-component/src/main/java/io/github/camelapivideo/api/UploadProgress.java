// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import java.time.Duration;

/**
 * The progress of one upload: an immutable snapshot.
 *
 * <pre>{@code
 * ApiVideoComponent component = context.getComponent("apivideo", ApiVideoComponent.class);
 * for (UploadProgress upload : component.uploads()) {
 *     System.out.println(upload.fileName() + ": " + upload.percent() + " %");
 * }
 * }</pre>
 *
 * @param uploadId the identifier of the exchange; distinguishes uploads that run at the same time
 * @param fileName the file name that is sent to the service
 * @param videoId the identifier of the container; null until it exists
 * @param state how far the upload is: it waits for its turn, runs, has succeeded or has failed
 * @param bytes the bytes that were sent and not refused; falls when a part has to be sent again
 * @param reusedBytes how many of these bytes an earlier upload had sent
 * @param length the length of the whole video in bytes; -1 while it is unknown
 * @param parts the number of parts that the service has accepted
 * @param totalParts the number of parts of the video; -1 while it is unknown
 * @param elapsed the time since the upload began to send; before that, since it arrived
 * @param retries how often a request has failed and was sent again
 * @param waits how often a request has waited for the account's rate limit
 * @param waited the time of these waits; requests that wait at the same time count each
 * @param standstill why the upload stands still, in words; null while it moves
 */
public record UploadProgress(
        String uploadId,
        String fileName,
        String videoId,
        State state,
        long bytes,
        long reusedBytes,
        long length,
        int parts,
        int totalParts,
        Duration elapsed,
        int retries,
        int waits,
        Duration waited,
        String standstill) {

    /** The state of an upload. */
    public enum State {
        /** It waits for its turn: as many uploads run as {@code maxConcurrentUploads} allows. */
        WAITING,
        /** It has its turn. Its body is opened, and the captions, chapters and thumbnail beside it are read. */
        PREPARING,
        /** Its video is sent. */
        RUNNING,
        /** Its video is complete. The captions, chapters and thumbnail beside it are sent. */
        FINISHING,
        /** The video is complete, with all that was to be sent beside it. */
        COMPLETED,
        FAILED;

        /** Returns true if the upload has its turn and has not ended: it is preparing, running or finishing. */
        public boolean isActive() {
            return this == PREPARING || this == RUNNING || this == FINISHING;
        }
    }

    /** Returns the share of the bytes that was sent, from 0 to 100; -1 while the length is unknown. */
    public int percent() {
        if (state == State.FINISHING || state == State.COMPLETED) {
            return 100;
        }
        return length <= 0 ? -1 : (int) (bytes * 100 / length);
    }

    /** Returns the mean rate since the upload began, in bytes a second; without what an earlier upload had sent. */
    public double bytesPerSecond() {
        return elapsed.isZero() ? 0 : Math.max(0, bytes - reusedBytes) / (elapsed.toNanos() / 1e9);
    }
}
