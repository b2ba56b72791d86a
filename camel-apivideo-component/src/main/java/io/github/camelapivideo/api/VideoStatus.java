// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The service's own record of what has arrived and what can be watched. Immutable.
 *
 * @param ingest what has arrived
 * @param encoding what can be watched
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VideoStatus(Ingest ingest, Encoding encoding) {

    public VideoStatus {
        ingest = ingest == null ? new Ingest(null, null, null, null) : ingest;
        encoding = encoding == null ? new Encoding(false, null) : encoding;
    }

    private static final List<String> COMPLETE = List.of("uploaded", "ingesting", "ingested");

    /** Whether the service has the whole source; for a while its status may still say {@code uploading}. */
    public boolean complete() {
        return ingest.status() != null && COMPLETE.contains(ingest.status()) || ingest.isAllThere();
    }

    /** Whether nothing has arrived. */
    public boolean empty() {
        return !complete()
                && ingest.receivedParts().parts().isEmpty()
                && ingest.receivedBytes().isEmpty();
    }

    /** Whether the service has the part of this number, counted from 1. */
    public boolean hasPart(int partNumber) {
        return complete() || ingest.receivedParts().parts().contains(partNumber);
    }

    /**
     * @param status {@code uploading}, {@code uploaded}, {@code ingesting} or {@code ingested}; null when nothing came
     * @param filesize in bytes; null until it is known
     * @param receivedBytes what arrived of an upload by bytes
     * @param receivedParts what arrived of an upload by parts
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ingest(String status, Long filesize, List<ReceivedBytes> receivedBytes, ReceivedParts receivedParts) {
        public Ingest {
            receivedBytes = receivedBytes == null ? List.of() : List.copyOf(receivedBytes);
            receivedParts = receivedParts == null ? new ReceivedParts(null, null) : receivedParts;
        }

        /** How many bytes the whole video has; empty until the service tells it. */
        public OptionalLong size() {
            if (filesize != null) {
                return OptionalLong.of(filesize);
            }
            return receivedBytes.stream()
                    .map(ReceivedBytes::total)
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .max();
        }

        // The upload is complete when a request has told the total and everything up to it is there.
        private boolean isAllThere() {
            return receivedParts.isAllThere() || receivedBytes.stream().anyMatch(ReceivedBytes::isAllThere);
        }
    }

    /**
     * A range of bytes.
     *
     * @param from the first, counted from 0
     * @param to the last
     * @param total how many there will be
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ReceivedBytes(Long from, Long to, Long total) {

        private boolean isAllThere() {
            return from != null && to != null && total != null && from == 0 && to == total - 1;
        }
    }

    /**
     * @param parts the numbers of the parts that arrived, ascending, from 1
     * @param total how many there will be; null until a part said so
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ReceivedParts(List<Integer> parts, Integer total) {
        public ReceivedParts {
            parts = parts == null ? List.of() : List.copyOf(parts);
        }

        private boolean isAllThere() {
            return total != null
                    && total > 0
                    && parts.stream()
                                    .filter(part -> part > 0 && part <= total)
                                    .distinct()
                                    .count()
                            == total;
        }
    }

    /**
     * @param playable whether at least one quality can be watched
     * @param qualities how far each is
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Encoding(boolean playable, List<Quality> qualities) {
        public Encoding {
            qualities = qualities == null ? List.of() : List.copyOf(qualities);
        }

        /** Whether no quality can be watched, now or later: encoding has failed for each. */
        public boolean failed() {
            return !qualities.isEmpty() && qualities.stream().allMatch(quality -> "failed".equals(quality.status()));
        }
    }

    /**
     * One form of the video.
     *
     * @param type {@code hls} or {@code mp4}
     * @param quality like {@code 720p}
     * @param status {@code waiting}, {@code encoding}, {@code encoded} or {@code failed}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Quality(String type, String quality, String status) {}
}
