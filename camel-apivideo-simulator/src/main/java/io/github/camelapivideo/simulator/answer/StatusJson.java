// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.answer;

import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.intake.ArrivalHistory;
import io.github.camelapivideo.simulator.intake.ByteIntake;
import io.github.camelapivideo.simulator.store.Origin;
import io.github.camelapivideo.simulator.store.StoredVideo;
import java.time.Instant;
import java.util.List;

/**
 * The status of a container as the API description has it.
 *
 * @param ingest null for a container to which nothing was uploaded yet
 */
public record StatusJson(Ingest ingest, Encoding encoding) {

    /** @param filesize the size in bytes; null until the video has arrived, and for one that was imported from a URL */
    record Ingest(String status, Long filesize, List<ByteIntake.Range> receivedBytes, Parts receivedParts) {}

    /** @param total null until it is known */
    record Parts(List<Integer> parts, Integer total) {}

    record Encoding(boolean playable, List<Quality> qualities, Metadata metadata) {}

    record Quality(String type, String quality, String status) {}

    /** The simulator does not analyse videos: it knows only what the script of the encoding says. */
    record Metadata(
            Integer width,
            Integer height,
            Double bitrate,
            Integer duration,
            Integer framerate,
            Integer samplerate,
            String videoCodec,
            String audioCodec,
            String aspectRatio) {

        private static final Metadata UNKNOWN = of(null, null, null);

        private static Metadata of(Integer width, Integer height, String aspectRatio) {
            return new Metadata(width, height, null, null, null, null, null, null, aspectRatio);
        }
    }

    /**
     * @param received the bytes that have arrived
     * @param moment the age of the status
     */
    public static StatusJson of(StoredVideo video, ArrivalHistory.Received received, Instant moment) {
        boolean empty = video.origin() == Origin.UPLOAD && received.isNothing();
        boolean arrived = video.processing().hasArrived(moment);
        return new StatusJson(
                empty ? null : ingest(video, received, arrived), encoding(video, video.qualities(moment)));
    }

    private static Encoding encoding(StoredVideo video, List<EncodingScript.Quality> qualities) {
        boolean playable =
                qualities.stream().anyMatch(quality -> quality.status().equals("encoded"));
        int height = video.processing().encoding().height();
        return new Encoding(
                playable,
                qualities.stream()
                        .map(quality -> new Quality(quality.type(), quality.quality(), quality.status()))
                        .toList(),
                playable ? Metadata.of((height * 16 + 8) / 9, height, "16/9") : Metadata.UNKNOWN);
    }

    private static Ingest ingest(StoredVideo video, ArrivalHistory.Received received, boolean arrived) {
        return new Ingest(
                video.origin().status(arrived),
                arrived && !received.isNothing() ? received.size() : null,
                received.ranges(),
                new Parts(received.parts(), received.total()));
    }
}
