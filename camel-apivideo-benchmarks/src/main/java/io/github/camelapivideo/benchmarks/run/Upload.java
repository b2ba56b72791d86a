// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import java.util.Collections;
import java.util.PriorityQueue;
import java.util.function.IntToLongFunction;

/**
 * How long an upload takes on paper: lanes that share a line evenly, a pause for each request, and no more requests in
 * each minute than the service takes.
 *
 * @param bytesPerSecond what the line carries in all
 * @param pause in seconds, for each request: the way there and back, and the service
 */
record Upload(long length, int lanes, int requestsPerMinute, double bytesPerSecond, double pause) {

    private static final double MINUTE = 60;

    /**
     * @param size of each part, by its number
     * @param lastAlone whether the last part waits for all others
     * @return seconds
     */
    double seconds(IntToLongFunction size, boolean lastAlone) {
        PriorityQueue<Double> free = new PriorityQueue<>(Collections.nCopies(lanes, 0.0));
        double end = 0;
        long left = length;
        for (int number = 1; left > 0; number++) {
            long part = Math.min(left, size.applyAsLong(number));
            left -= part;
            // The minute in which the service takes the request of this number.
            double allowed = (number - 1) / requestsPerMinute * MINUTE;
            double begin = Math.max(free.remove(), allowed);
            if (left == 0 && lastAlone) {
                begin = Math.max(begin, end);
            }
            double ended = begin + part / (bytesPerSecond / lanes) + pause;
            free.add(ended);
            end = Math.max(end, ended);
        }
        return end;
    }
}
