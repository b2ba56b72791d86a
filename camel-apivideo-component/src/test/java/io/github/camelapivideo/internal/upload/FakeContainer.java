// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.plan.PartPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A container of the {@link FakeService}: its parts, each with the time of its arrival. */
final class FakeContainer {

    final String videoId;
    final List<Metadata> metadata;
    final long knownFrom;
    private final String createdAt;
    private final Map<Integer, Stored> parts = new TreeMap<>();
    private int total;
    private long totalSince;
    private long completeSince = Long.MAX_VALUE;

    private record Stored(List<Piece> pieces, long since) {}

    /** @param knownFrom before this time, requests may be answered with 404 */
    FakeContainer(int number, List<Metadata> metadata, long knownFrom) {
        this.videoId = "vi" + number;
        this.createdAt = String.format("2026-01-01T00:%02d:%02d+00:00", number / 60, number % 60);
        this.metadata = metadata;
        this.knownFrom = knownFrom;
    }

    boolean isComplete() {
        return completeSince != Long.MAX_VALUE;
    }

    boolean has(int number) {
        return parts.containsKey(number);
    }

    /**
     * Stores a part.
     *
     * @param newTotal the total that the part says; 0 if it says none
     * @return false if the part contradicts the total of the container, or is too small
     */
    boolean store(int number, int newTotal, List<Piece> pieces, long now) {
        boolean otherTotal = total != 0 && (newTotal != 0 && newTotal != total || number > total);
        boolean totalTooLow = total == 0 && newTotal != 0 && has(newTotal);
        boolean tooSmall = number != newTotal && number != total && Piece.length(pieces) < PartPlan.MIN_PART_SIZE;
        if (otherTotal || totalTooLow || tooSmall) {
            return false;
        }
        parts.put(number, new Stored(List.copyOf(pieces), now));
        if (total == 0 && newTotal != 0) {
            total = newTotal;
            totalSince = now;
        }
        if (total != 0 && parts.size() == total) {
            completeSince = now;
        }
        return true;
    }

    Video video() {
        Video.Assets assets =
                isComplete() ? new Video.Assets(null, "https://embed/" + videoId, null, null, null) : null;
        return new Video(
                videoId, null, null, null, null, null, null, null, metadata, null, null, createdAt, null, null, null,
                null, null, null, assets);
    }

    /** Returns a record that shows only the parts that arrived until a moment. */
    VideoStatus status(long moment) {
        boolean complete = completeSince <= moment;
        List<Integer> received = parts.entrySet().stream()
                .filter(part -> part.getValue().since() <= moment)
                .map(Map.Entry::getKey)
                .toList();
        Integer told = total != 0 && totalSince <= moment ? total : null;
        String status = complete ? "uploaded" : received.isEmpty() ? null : "uploading";
        Long filesize = complete ? Piece.length(pieces()) : null;
        return new VideoStatus(
                new VideoStatus.Ingest(status, filesize, null, new VideoStatus.ReceivedParts(received, told)), null);
    }

    /** Returns its bytes in the order of the parts. */
    List<Piece> pieces() {
        List<Piece> all = new ArrayList<>();
        parts.values().forEach(part -> all.addAll(part.pieces()));
        return all;
    }
}
