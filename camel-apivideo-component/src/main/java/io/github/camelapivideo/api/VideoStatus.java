// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The service's own record of the bytes that have arrived and of the qualities that can be watched. Immutable.
 *
 * <pre>{@code
 * VideoStatus status = template.requestBody("apivideo:getStatus?videoId=" + videoId, null, VideoStatus.class);
 * boolean watchable = status.encoding().playable();
 * }</pre>
 *
 * @param ingest the parts and bytes that have arrived; never null
 * @param encoding the qualities that can be watched; never null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record VideoStatus(Ingest ingest, Encoding encoding) implements ApiValue {

    public VideoStatus {
        ingest = ingest == null ? new Ingest(null, null, null, null) : ingest;
        encoding = encoding == null ? new Encoding(false, null) : encoding;
    }

    private static final List<String> ARRIVED = List.of("uploaded", "ingested");
    private static final List<String> COMPLETE = List.of("uploaded", "ingesting", "ingested");

    /** Returns true if the service has the whole source; for a while its status may still say {@code uploading}. */
    public boolean complete() {
        return ingest.status() != null && COMPLETE.contains(ingest.status()) || ingest.isAllThere();
    }

    /** Returns true if the service says that it has stored the whole source: the encoding begins. */
    public boolean arrived() {
        return ingest.status() != null && ARRIVED.contains(ingest.status());
    }

    /** Returns true if no part and no byte has arrived. */
    public boolean empty() {
        return !complete()
                && ingest.receivedParts().parts().isEmpty()
                && ingest.receivedBytes().isEmpty();
    }

    /** Returns true if the service has the part of this number, counted from 1. */
    public boolean hasPart(int partNumber) {
        return complete() || ingest.receivedParts().parts().contains(partNumber);
    }

    /**
     * The bytes and parts that have arrived.
     *
     * @param status {@code uploading}, {@code uploaded}, {@code ingesting} or {@code ingested}; null if the service
     *     says none
     * @param filesize the size of the whole video in bytes; null until the service knows it
     * @param receivedBytes the ranges that have arrived, if the upload was sent in ranges of bytes
     * @param receivedParts the parts that have arrived, if the upload was sent in parts
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ingest(String status, Long filesize, List<ReceivedBytes> receivedBytes, ReceivedParts receivedParts) {
        public Ingest {
            receivedBytes = receivedBytes == null ? List.of() : List.copyOf(receivedBytes);
            receivedParts = receivedParts == null ? new ReceivedParts(null, null) : receivedParts;
        }

        /** Returns the size of the whole video in bytes; empty until the service knows it. */
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

        // The upload is complete when a request has named the total and every part or byte up to it has arrived.
        private boolean isAllThere() {
            return receivedParts.isAllThere() || receivedBytes.stream().anyMatch(ReceivedBytes::isAllThere);
        }
    }

    /**
     * A range of bytes that has arrived.
     *
     * @param from the first byte, counted from 0
     * @param to the last byte, inclusive
     * @param total the size of the whole video in bytes
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ReceivedBytes(Long from, Long to, Long total) {

        private boolean isAllThere() {
            return from != null && to != null && total != null && from == 0 && to == total - 1;
        }
    }

    /**
     * The parts that have arrived.
     *
     * @param parts the numbers of the parts that have arrived, ascending, from 1
     * @param total the number of parts of the video; null until a part has named it
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
     * The encoding of a video.
     *
     * @param playable true if at least one quality can be watched
     * @param qualities the state of each quality
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Encoding(boolean playable, List<Quality> qualities) {
        public Encoding {
            qualities = qualities == null ? List.of() : List.copyOf(qualities);
        }

        /**
         * Returns true if the encoding of every quality has failed, so that the video cannot be watched, now or later.
         */
        public boolean failed() {
            return !qualities.isEmpty() && qualities.stream().allMatch(quality -> "failed".equals(quality.status()));
        }
    }

    /**
     * One quality of the video.
     *
     * @param type {@code hls} or {@code mp4}
     * @param quality like {@code 720p}
     * @param status {@code waiting}, {@code encoding}, {@code encoded} or {@code failed}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Quality(String type, String quality, String status) {}
}
