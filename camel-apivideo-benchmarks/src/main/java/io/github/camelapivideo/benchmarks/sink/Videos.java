// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which parts of which video have arrived. A video is complete when a request has told the total and all parts are there,
 * in any order. Thread-safe.
 */
final class Videos {

    private static final Pattern VIDEO = Pattern.compile("/videos/([^/?]+)/.*");
    private static final Pattern RANGE = Pattern.compile("part (\\d+)/(\\d+|\\*)");

    private final Map<String, Arrived> videos = new ConcurrentHashMap<>();
    private final AtomicLong created = new AtomicLong();

    /** Creates a container and returns its id. */
    String create() {
        String videoId = String.format("vi%022d", created.incrementAndGet());
        videos.put(videoId, new Arrived());
        return videoId;
    }

    /** The body of this request is there. */
    void arrived(RequestHead head) {
        Arrived video = videos.get(idIn(head));
        if (video != null) {
            video.add(head.headers().get("content-range"));
        }
    }

    static String idIn(RequestHead head) {
        Matcher matcher = VIDEO.matcher(head.path());
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** The service's record of a video, as its status has it. */
    Map<String, Object> ingest(String videoId) {
        return videos.getOrDefault(videoId, new Arrived()).ingest();
    }

    /** What has arrived of one video. Thread-safe. */
    private static final class Arrived {
        // Guarded by this.
        private final BitSet parts = new BitSet();
        private int total;

        synchronized void add(String range) {
            Matcher matcher = RANGE.matcher(range == null ? "part 1/1" : range);
            if (matcher.matches()) {
                parts.set(Integer.parseInt(matcher.group(1)));
                total = matcher.group(2).equals("*") ? total : Integer.parseInt(matcher.group(2));
            }
        }

        synchronized Map<String, Object> ingest() {
            List<Integer> numbers = parts.stream().boxed().toList();
            return total > 0 && numbers.size() == total
                    ? Map.of("status", "uploaded", "receivedBytes", List.of())
                    : Map.of(
                            "status",
                            "uploading",
                            "receivedBytes",
                            List.of(),
                            "receivedParts",
                            total > 0 ? Map.of("parts", numbers, "total", total) : Map.of("parts", numbers));
        }
    }
}
