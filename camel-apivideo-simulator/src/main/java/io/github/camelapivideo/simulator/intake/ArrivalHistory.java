// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What had arrived of one video at each moment, for a status that lags. Guarded by its {@link VideoSource}. */
public final class ArrivalHistory {

    /**
     * The bytes that had arrived at one moment.
     *
     * @param parts the numbers of the parts, ascending
     * @param total the number of parts of the video; null until a request has stated it
     * @param ranges the ranges of bytes
     * @param size in bytes
     */
    public record Received(List<Integer> parts, Integer total, List<ByteIntake.Range> ranges, long size) {

        private static final Received NOTHING = new Received(List.of(), null, List.of(), 0);

        /** True if no request with bytes had been accepted. */
        public boolean isNothing() {
            return this == NOTHING;
        }
    }

    /** @param parts the number of parts that had arrived; they are the first in the order of arrival */
    private record Moment(Instant at, int parts, Integer total, ByteIntake.Count ranges, long size) {}

    private final List<Moment> moments = new ArrayList<>();

    /** Notes that bytes have arrived now. */
    void note(Instant now, PartIntake parts, ByteIntake bytes) {
        moments.add(
                new Moment(now, parts.arrivals().size(), parts.total(), bytes.count(), parts.size() + bytes.size()));
    }

    /** What had arrived at a moment, inclusive. */
    Received until(Instant moment, PartIntake parts, ByteIntake bytes) {
        for (int i = moments.size() - 1; i >= 0; i--) {
            Moment then = moments.get(i);
            if (!then.at().isAfter(moment)) {
                List<Integer> numbers =
                        parts.arrivals().stream().limit(then.parts()).sorted().toList();
                return new Received(numbers, then.total(), bytes.ranges(then.ranges()), then.size());
            }
        }
        return Received.NOTHING;
    }
}
