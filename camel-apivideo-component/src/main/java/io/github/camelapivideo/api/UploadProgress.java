// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import java.time.Duration;

/**
 * How far one upload has got. An immutable snapshot.
 *
 * @param uploadId tells apart uploads that run at the same time; the identifier of the exchange
 * @param fileName what the service is told the file is called
 * @param videoId the container; null until there is one
 * @param state where the upload stands
 * @param bytes how many bytes have been sent and not refused; falls when a part has to be sent again
 * @param length how many bytes there are in all; -1 while nobody knows
 * @param parts how many parts the service has accepted
 * @param totalParts how many parts there are in all; -1 while nobody knows
 * @param elapsed since the upload began
 */
public record UploadProgress(
        String uploadId,
        String fileName,
        String videoId,
        State state,
        long bytes,
        long length,
        int parts,
        int totalParts,
        Duration elapsed) {

    /** Where an upload stands. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED
    }

    /** How much has been sent, from 0 to 100; -1 while the length is not known. */
    public int percent() {
        if (state == State.COMPLETED) {
            return 100;
        }
        return length <= 0 ? -1 : (int) (bytes * 100 / length);
    }

    /** The mean rate so far. */
    public double bytesPerSecond() {
        return elapsed.isZero() ? 0 : bytes / (elapsed.toNanos() / 1e9);
    }
}
