// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.answer;

import io.github.camelapivideo.simulator.intake.ArrivalHistory;
import io.github.camelapivideo.simulator.intake.ByteIntake;
import io.github.camelapivideo.simulator.store.Origin;
import io.github.camelapivideo.simulator.store.StoredVideo;
import java.util.List;
import java.util.stream.Stream;

/**
 * The status of a container as the API description has it.
 *
 * @param ingest null for a container to which nothing was uploaded yet
 */
public record StatusJson(Ingest ingest, Encoding encoding) {

    /** @param filesize the size in bytes; null until the video has arrived */
    record Ingest(String status, Long filesize, List<ByteIntake.Range> receivedBytes, Parts receivedParts) {}

    /** @param total null until it is known */
    record Parts(List<Integer> parts, Integer total) {}

    record Encoding(boolean playable, List<Quality> qualities, Metadata metadata) {}

    public record Quality(String type, String quality, String status) {}

    /** All fields are null: the simulator does not analyse videos. */
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

        private static final Metadata UNKNOWN = new Metadata(null, null, null, null, null, null, null, null, null);
    }

    /**
     * @param received the bytes that have arrived
     * @param arrived true if the assembly time is over
     * @param playable true if the encoding time is over
     */
    public static StatusJson of(
            StoredVideo video, ArrivalHistory.Received received, boolean arrived, boolean playable) {
        return new StatusJson(
                video.origin() == Origin.UPLOAD && received.isNothing() ? null : ingest(video, received, arrived),
                new Encoding(
                        playable && !video.failsToEncode(),
                        arrived ? qualities(video, playable) : List.of(),
                        Metadata.UNKNOWN));
    }

    /** The qualities that are encoded when the encoding time is over. */
    public static List<Quality> encoded(StoredVideo video) {
        return qualities(video, true).stream()
                .filter(quality -> quality.status().equals("encoded"))
                .toList();
    }

    private static Ingest ingest(StoredVideo video, ArrivalHistory.Received received, boolean arrived) {
        return new Ingest(
                video.origin().status(arrived),
                arrived ? received.size() : null,
                received.ranges(),
                new Parts(received.parts(), received.total()));
    }

    private static List<Quality> qualities(StoredVideo video, boolean playable) {
        boolean mp4 = !Boolean.FALSE.equals(video.attributes().get("mp4Support"));
        return Stream.of("hls", "mp4")
                .filter(type -> mp4 || type.equals("hls"))
                .map(type -> new Quality(type, "720p", encoding(video, playable)))
                .toList();
    }

    private static String encoding(StoredVideo video, boolean playable) {
        if (!playable) {
            return "encoding";
        }
        return video.failsToEncode() ? "failed" : "encoded";
    }
}
