// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.internal.plan.PartPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A line on paper, in steps of 5 ms: lanes write into the buffers of their connections, connections carry the bytes, each
 * answer takes a round trip, and one connection in so many breaks.
 *
 * @param bytesPerSecond what one connection carries, or all together on a shared line
 * @param roundTrip in seconds
 * @param buffer the bytes of each part that a connection swallows at once
 * @param slowStart the seconds after which a new connection is as fast as others
 */
record SimulatedLine(
        double bytesPerSecond, double roundTrip, boolean shared, int brokenOneIn, double buffer, double slowStart) {

    private static final double STEP = 0.005;
    private static final int STEPS_OF_A_TICK = 2;
    private static final double WRITTEN_IN_A_STEP = 10e6;
    private static final double RETRY = 0.75;
    private static final double NANOS = 1e9;

    static SimulatedLine each(double megabytes, int millis) {
        return new SimulatedLine(megabytes * 1e6, millis / 1e3, false, 0, 4.7e6, 0);
    }

    static SimulatedLine shared(double megabytes, int millis) {
        return new SimulatedLine(megabytes * 1e6, millis / 1e3, true, 0, 4.7e6, 0);
    }

    SimulatedLine breaking(int oneIn) {
        return new SimulatedLine(bytesPerSecond, roundTrip, shared, oneIn, buffer, slowStart);
    }

    SimulatedLine withBuffer(double bytes) {
        return new SimulatedLine(bytesPerSecond, roundTrip, shared, brokenOneIn, bytes, slowStart);
    }

    SimulatedLine withSlowStart(double seconds) {
        return new SimulatedLine(bytesPerSecond, roundTrip, shared, brokenOneIn, buffer, seconds);
    }

    /**
     * How an upload went.
     *
     * @param most the most parts that were under way at once
     */
    record Run(double seconds, int most, int parts) {}

    /** Decides how many lanes there are. */
    private interface Lanes {
        int at(long time, long left, LaneRate rate, int sending);

        void ended(boolean broke, long time);
    }

    private record Fixed(int number) implements Lanes {
        @Override
        public int at(long time, long left, LaneRate rate, int sending) {
            return number;
        }

        @Override
        public void ended(boolean broke, long time) {
            // The number stays.
        }
    }

    private record Measured(LaneCount count, boolean stream) implements Lanes {
        @Override
        public int at(long time, long left, LaneRate rate, int sending) {
            int now = count.at(time, stream ? Long.MAX_VALUE : left, rate.sent(), sending, Integer.MAX_VALUE / 2);
            rate.countSince(count.since(), count.partsSince());
            return now;
        }

        @Override
        public void ended(boolean broke, long time) {
            count.ended(broke, time);
        }
    }

    /** Sends with a fixed number of lanes, whatever breaks. */
    Run send(PartPlan plan, long length, int lanes, long seed) {
        return new Upload(plan, length, new Fixed(lanes), seed).run();
    }

    /** Sends with as many lanes as the count allows. */
    Run send(PartPlan plan, long length, LaneCount count, boolean stream, long seed) {
        count.roundTrip((long) (roundTrip * NANOS));
        return new Upload(plan, length, new Measured(count, stream), seed).run();
    }

    private final class Upload {
        private final PartPlan plan;
        private final long length;
        private final Lanes count;
        private final Random chance;
        private final LaneRate rate = new LaneRate(this::nanos);
        private final List<Lane> lanes = new ArrayList<>();
        private double time;
        private double accepted;
        private long begun;
        private int parts;
        private int connections;

        Upload(PartPlan plan, long length, Lanes count, long seed) {
            this.plan = plan;
            this.length = length;
            this.count = count;
            this.chance = new Random(seed);
        }

        Run run() {
            int most = 0;
            int allowed = 0;
            for (long step = 0; accepted < length; step++) {
                time = step * STEP;
                if (step % STEPS_OF_A_TICK == 0) {
                    allowed = count.at(nanos(), length - written(), rate, lanes.size());
                }
                while (lanes.size() < allowed && begun < length) {
                    lanes.add(new Lane(Math.min(length - begun, plan.sizeOf(++parts))));
                    begun += lanes.get(lanes.size() - 1).size;
                }
                most = Math.max(most, lanes.size());
                double each = STEP * bytesPerSecond / (shared ? sending() : 1);
                lanes.removeIf(lane -> lane.ends(each * lane.speed()));
            }
            return new Run(time, most, parts);
        }

        private long nanos() {
            return (long) (time * NANOS);
        }

        private long written() {
            double sum = accepted;
            for (Lane lane : lanes) {
                sum += lane.written;
            }
            return (long) sum;
        }

        /** Returns how many connections share the line; one that begins slowly has a part of a share. */
        private double sending() {
            double sending = 0;
            for (Lane lane : lanes) {
                sending += lane.waitsUntil <= time && lane.carried < lane.size ? lane.speed() : 0;
            }
            return Math.max(0.01, sending);
        }

        private final class Lane {
            private final long size;
            private final double opened = lanes.size() < connections ? 0 : time;
            private double written;
            private double carried;
            private double breaksAt;
            private double waitsUntil;
            private boolean full;
            private LaneRate.Lane own = rate.begin();

            Lane(long size) {
                this.size = size;
                connections = Math.max(connections, lanes.size() + 1);
                begin(time);
            }

            private void begin(double at) {
                waitsUntil = at;
                written = 0;
                carried = 0;
                full = false;
                boolean breaks = brokenOneIn > 0 && chance.nextInt(brokenOneIn) == 0;
                breaksAt = breaks ? size * chance.nextDouble() : Double.MAX_VALUE;
            }

            /** Returns how fast its connection is already: 1 is as fast as the line allows. */
            private double speed() {
                return opened + slowStart <= time ? 1 : 0.05 + 0.95 * (time - opened) / slowStart;
            }

            // A writer that has filled the buffer is woken when a third of it is empty.
            private void write() {
                double room = carried + buffer - written;
                full &= room < buffer / 3;
                double more = full ? 0 : Math.min(size - written, Math.min(WRITTEN_IN_A_STEP, room));
                if (more > 0) {
                    full = more >= room;
                    written += more;
                    own.wrote((long) more);
                }
            }

            /** Returns true if its part is accepted in this step. */
            boolean ends(double bytes) {
                if (waitsUntil > time) {
                    return false;
                }
                if (carried >= size) {
                    accepted += size;
                    own.answered();
                    count.ended(false, nanos());
                    return true;
                }
                write();
                carried = Math.min(written, carried + bytes);
                if (carried >= breaksAt) {
                    own.broke();
                    count.ended(true, nanos());
                    begin(time + RETRY);
                } else if (carried >= size) {
                    waitsUntil = time + roundTrip;
                }
                return false;
            }
        }
    }
}
