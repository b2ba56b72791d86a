// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import io.github.camelapivideo.benchmarks.client.Sample;
import io.github.camelapivideo.benchmarks.sink.Served;
import java.util.List;

/**
 * Where the time of an upload's lanes went, as the sink saw it. Each is a share of all: the time of the upload × its lanes.
 *
 * @param sending from the first byte of a part to its last, with all stalls meanwhile
 * @param begin before the first byte of the first part
 * @param between before a lane's first part or its next one: the answer and its way, and what the client took
 * @param end since the last part has begun: lanes without a part
 */
public record LaneTime(double sending, double begin, double between, double end) {

    public static LaneTime of(Sample upload, List<Served> served, int lanes) {
        List<Served> parts = served.stream()
                .filter(one ->
                        one.isSource() && one.firstByteAt() >= upload.beganAt() && one.endedAt() <= upload.endedAt())
                .toList();
        long first = parts.stream().mapToLong(Served::firstByteAt).min().orElseThrow();
        long last = parts.stream().mapToLong(Served::firstByteAt).max().orElseThrow();
        double all = lanes * (double) (upload.endedAt() - upload.beganAt());
        double sending = sendingSince(first, parts) / all;
        double begin = lanes * (first - upload.beganAt()) / all;
        double end = (lanes * (upload.endedAt() - last) - sendingSince(last, parts)) / all;
        return new LaneTime(sending, begin, 1 - sending - begin - end, end);
    }

    private static long sendingSince(long time, List<Served> parts) {
        return parts.stream()
                .mapToLong(one -> Math.max(0, one.endedAt() - Math.max(time, one.firstByteAt())))
                .sum();
    }
}
