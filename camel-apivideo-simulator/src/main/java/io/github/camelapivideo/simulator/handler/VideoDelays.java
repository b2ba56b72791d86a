// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.store.StoredVideo;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the service needs for its work after a request. Validates its arguments: none may be negative.
 *
 * @param assembly from the last byte until the status says that the video has arrived
 * @param encoding from the last byte until the video is playable
 * @param list from the creation of a container until the list of videos has it
 * @param record from the arrival of bytes until the status shows them
 * @param summary from the last byte until the summary is generated
 */
public record VideoDelays(Duration assembly, Duration encoding, Duration list, Duration record, Duration summary) {

    public VideoDelays {
        check("assemblyTime", assembly);
        check("listLag", list);
        check("recordLag", record);
        check("encodingTime", encoding);
        check("summaryTime", summary);
    }

    /** When a video is encoded; empty while it has not arrived. */
    Optional<Instant> encodedAt(StoredVideo video) {
        Duration needed = assembly.compareTo(encoding) > 0 ? assembly : encoding;
        return video.source().completedAt().map(end -> end.plus(needed));
    }

    private static void check(String setting, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(setting + "=" + value + ": must not be negative");
        }
    }
}
