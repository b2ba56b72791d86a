// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is counted. Thread-safe. */
final class Figures {

    private static final Set<String> ALREADY_THERE =
            Set.of("video-content-range-by-part-part-already-sent", "video-source-already-uploaded");

    // Guarded by this
    private final Map<String, Long> mishaps = new TreeMap<>();
    private final Map<Upload.Kind, Long> kinds = new TreeMap<>();
    private long uploads;
    private long bytes;
    private long refused;
    private long keyed;
    private long faultsMet;
    private long requests;
    private long partsSent;
    private long partsAccepted;
    private long partsSentTwice;

    synchronized void count(RecordedRequest request) {
        requests++;
        if (request.kind() == RequestKind.SOURCE) {
            partsSent++;
            partsAccepted += request.status() == 201 ? 1 : 0;
            partsSentTwice += request.problemSlug() != null && ALREADY_THERE.contains(request.problemSlug()) ? 1 : 0;
        }
    }

    synchronized void count(Mishap mishap) {
        mishaps.merge(mishap.name(), 1L, Long::sum);
    }

    /** It is complete. */
    synchronized void countArrived(Upload upload) {
        uploads++;
        bytes += upload.length();
        keyed += upload.keyed() ? 1 : 0;
        kinds.merge(upload.kind(), 1L, Long::sum);
    }

    /** It failed, as it had to. */
    synchronized void countRefused() {
        refused++;
    }

    /** So many requests have met one of the mishaps. */
    synchronized void countMet(long faults) {
        faultsMet += faults;
    }

    synchronized Map<String, Long> mishaps() {
        return new TreeMap<>(mishaps);
    }

    /** All but the mishaps, by what they are called in the report. */
    synchronized String toMarkdown() {
        return row("videos that arrived, each with the right SHA-256", uploads)
                + row("of these with an upload key", keyed)
                + row("of these by kind", kinds)
                + row("bytes", "%,d".formatted(bytes))
                + row("uploads that failed as they had to, and left nothing", refused)
                + row("requests", requests)
                + row("parts sent / accepted", partsSent + " / " + partsAccepted)
                + row("parts sent although the service had them", partsSentTwice)
                + row(
                        "faults prepared / requests that met one (a dead connection is met twice)",
                        prepared() + " / " + faultsMet);
    }

    private static String row(String name, Object value) {
        return "| " + name + " | " + value + " |\n";
    }

    private long prepared() {
        return mishaps.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized String toLine() {
        return "%d videos, %,d bytes, %d refused, %d requests, %d parts sent although there, %d faults: %s"
                .formatted(uploads, bytes, refused, requests, partsSentTwice, prepared(), mishaps);
    }
}
