// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import static io.github.camelapivideo.internal.plan.PartPlan.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.internal.plan.Parallelism;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.StreamKind;
import io.github.camelapivideo.internal.source.StreamPartSource;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaneCountTest {

    private static final long GIB = 1024 * MIB;
    private static final List<SimulatedLine> LINES = List.of(
            SimulatedLine.each(25, 40),
            SimulatedLine.each(5, 100),
            SimulatedLine.shared(12.5, 20),
            SimulatedLine.shared(125, 10),
            SimulatedLine.each(25, 40).breaking(50));
    private static final long TICK = Duration.ofMillis(20).toNanos();
    private static final int ANY = 100;

    private static final double[] BUFFERS = {1e6, 2e6, 3e6, 4.7e6, 6e6};

    private long time;
    private LaneRate.Sent sent = new LaneRate.Sent(0, 0);

    private static PartPlan plan(boolean stream, Parallelism parallelism) {
        StreamPartSource source = new StreamPartSource(InputStream.nullInputStream(), StreamKind.LIVE);
        return stream ? PartPlan.of(source, 0, parallelism, 100, GIB) : PartPlan.of(GIB, 0, parallelism.most(), 100);
    }

    private static SimulatedLine.Run measured(SimulatedLine line, boolean stream, long seed) {
        return line.send(plan(stream, new Parallelism(4, 32, 8, 5)), GIB, new LaneCount(4, 32), stream, seed);
    }

    private static double seconds(SimulatedLine line, boolean stream, int lanes) {
        return seeds(line)
                .mapToDouble(seed -> lanes == 0
                        ? measured(line, stream, seed).seconds()
                        : line.send(plan(stream, Parallelism.of(lanes)), GIB, lanes, seed)
                                .seconds())
                .average()
                .orElseThrow();
    }

    private static LongStream seeds(SimulatedLine line) {
        return LongStream.range(0, line.brokenOneIn() > 0 ? 40 : 1);
    }

    @ParameterizedTest(name = "line {0}, stream: {1}")
    @CsvSource({
        "0, false",
        "0, true",
        "1, false",
        "1, true",
        "2, false",
        "2, true",
        "3, false",
        "3, true",
        "4, false",
        "4, true"
    })
    void aGibibyteTakesAtMostATenthMoreThanWithTheBestFixedNumber(int number, boolean stream) {
        for (double buffer : BUFFERS) {
            SimulatedLine line = LINES.get(number).withBuffer(buffer);
            double best = IntStream.of(1, 2, 4, 8, 16, 32)
                    .mapToDouble(lanes -> seconds(line, stream, lanes))
                    .min()
                    .orElseThrow();
            assertThat(seconds(line, stream, 0)).as("%s", line).isLessThanOrEqualTo(1.1 * best);
        }
    }

    @Test
    void partsThatTheBuffersSwallowAreMeasuredByTheirAnswers() {
        SimulatedLine line = SimulatedLine.each(25, 40).withBuffer(6e6);
        PartPlan small = PartPlan.of(GIB, 5 * MIB, 32, 1000);
        double best = line.send(small, GIB, 32, 0).seconds();
        assertThat(line.send(small, GIB, new LaneCount(4, 32), true, 0).seconds())
                .isLessThanOrEqualTo(1.5 * best);
        assertThat(SimulatedLine.shared(12.5, 20)
                        .withBuffer(6e6)
                        .send(small, GIB, new LaneCount(4, 32), true, 0)
                        .most())
                .isLessThanOrEqualTo(8);
    }

    @Test
    void aSlowSharedLineIsLeftToOthers() {
        assertThat(measured(SimulatedLine.shared(12.5, 20), false, 0).most()).isLessThanOrEqualTo(8);
        assertThat(measured(SimulatedLine.shared(12.5, 20), true, 0).most()).isLessThanOrEqualTo(8);
    }

    /** Sends for a time at a rate that the number of lanes decides, and returns the number in the end. */
    private int sendFor(LaneCount count, double seconds, int lanes, IntToDoubleFunction rate) {
        int now = count.at(time, Long.MAX_VALUE, sent, 0, 0);
        for (long until = time + (long) (seconds * 1e9); time < until; ) {
            time += TICK;
            long bytes = (long) (rate.applyAsDouble(now) * TICK / 1e9);
            // A lane that sends nothing does not count.
            sent = new LaneRate.Sent(sent.bytes() + bytes, sent.nanos() + (bytes > 0 ? now * TICK : 0));
            now = count.at(time, Long.MAX_VALUE, sent, now, lanes - now);
        }
        return now;
    }

    private static LaneCount unknownLength() {
        return new LaneCount(4, 32);
    }

    @Test
    void aNumberIsKeptAsFarAsItEarnsItsRate() {
        assertThat(sendFor(unknownLength(), 5, ANY, lanes -> 1e6 * lanes)).isEqualTo(32);
        assertThat(sendFor(unknownLength(), 5, ANY, lanes -> 4e6)).isEqualTo(4);
        assertThat(sendFor(unknownLength(), 5, ANY, lanes -> Math.min(12e6, 1e6 * lanes)))
                .isEqualTo(12);
    }

    /** The connections that were there before keep their rate until those of the new lanes have become as fast. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSharedLineIsNotTakenForManyLinesWhileNewConnectionsBeginSlowly(boolean stream) {
        for (double megabytes : new double[] {12.5, 25, 50, 100}) {
            for (double slowStart : new double[] {0.1, 0.3, 0.6, 1}) {
                SimulatedLine line = SimulatedLine.shared(megabytes, 40).withSlowStart(slowStart);
                SimulatedLine.Run run =
                        line.send(plan(stream, new Parallelism(4, 32, 8, 5)), 4 * GIB, new LaneCount(4, 32), true, 0);
                assertThat(run.most()).as("%s", line).isLessThanOrEqualTo(10);
            }
        }
    }

    @Test
    void aStepIsJudgedByWhatTheNewLanesHaveSent() {
        LaneCount count = unknownLength();
        assertThat(sendFor(count, 0.14, ANY, lanes -> 1e6 * lanes)).isEqualTo(8);
        // The other four are in the middle of a part.
        for (int tick = 0; tick < 7; tick++) {
            time += TICK;
            sent = new LaneRate.Sent(sent.bytes() + 4 * TICK / 1000, sent.nanos() + 4 * TICK);
            count.at(time, Long.MAX_VALUE, sent, 8, ANY);
        }
        assertThat(sendFor(count, 0, ANY, lanes -> 0)).isEqualTo(32);
    }

    @Test
    void onlyFreeLanesAreAdded() {
        assertThat(sendFor(unknownLength(), 5, 10, lanes -> 1e6 * lanes)).isEqualTo(10);
        assertThat(sendFor(unknownLength(), 5, 4, lanes -> 1e6 * lanes)).isEqualTo(4);
        assertThat(sendFor(unknownLength(), 5, 1, lanes -> 1e6 * lanes)).isEqualTo(4);
    }

    @Test
    void aSourceThatDeliversNothingAddsNoLane() {
        assertThat(sendFor(unknownLength(), 60, ANY, lanes -> 0)).isEqualTo(4);
    }

    @Test
    void aPauseWhileALongRoundTripIsMeasuredTellsNothing() {
        LaneCount count = unknownLength();
        count.roundTrip(Duration.ofMillis(500).toNanos());
        sendFor(count, 1.4, ANY, lanes -> 1e6 * lanes);
        assertThat(sendFor(count, 1.5, ANY, lanes -> 0)).isEqualTo(4);
        assertThat(sendFor(count, 30, ANY, lanes -> 1e6 * lanes)).isEqualTo(32);
    }

    @Test
    void aNumberIsAskedAnewAfterARest() {
        LaneCount count = unknownLength();
        assertThat(sendFor(count, 5, ANY, lanes -> 4e6)).isEqualTo(4);
        assertThat(sendFor(count, 30, ANY, lanes -> 1e6 * lanes)).isEqualTo(32);
    }

    @Test
    void aFirstSecondInWhichTheMachineIsBusyCostsLittleMore() {
        LaneCount count = unknownLength();
        assertThat(sendFor(count, 1, ANY, lanes -> 4e6)).isEqualTo(4);
        assertThat(sendFor(count, 3, ANY, lanes -> 1e6 * lanes)).isEqualTo(32);
    }

    @Test
    void lanesThatEarnNothingAnyMoreAreTakenBackInALongUpload() {
        LaneCount count = unknownLength();
        assertThat(sendFor(count, 5, ANY, lanes -> 1e6 * lanes)).isEqualTo(32);
        assertThat(sendFor(count, 1800, ANY, lanes -> 4e6)).isEqualTo(4);
    }

    @Test
    void lanesThatEarnTheirShareAreGivenBackAfterTheQuestionWhetherFewerDo() {
        LaneCount count = unknownLength();
        assertThat(sendFor(count, 5, ANY, lanes -> 1e6 * lanes)).isEqualTo(32);
        Set<Integer> numbers = new TreeSet<>();
        double seconds = 1800;
        sendFor(count, seconds, ANY, lanes -> {
            numbers.add(lanes);
            return 1e6 * lanes;
        });
        assertThat(numbers).containsExactly(16, 32);
        assertThat(sent.bytes()).isGreaterThan((long) (0.99 * seconds * 32e6));
    }

    @Test
    void connectionsThatBreakHalveTheNumberOnceForAllThatBreakTogether() {
        LaneCount count = unknownLength();
        sendFor(count, 5, ANY, lanes -> 1e6 * lanes);
        IntStream.range(0, 32).forEach(each -> count.ended(true, time));
        assertThat(sendFor(count, 1, ANY, lanes -> 1e6 * lanes)).isEqualTo(16);
    }

    @Test
    void aLineThatBreaksAlwaysHasOneLaneAndMoreWhenItHolds() {
        LaneCount count = unknownLength();
        IntStream.range(0, 50).forEach(each -> count.ended(true, time));
        assertThat(sendFor(count, 1, ANY, lanes -> 1e6 * lanes)).isEqualTo(1);
        assertThat(sendFor(count, 60, ANY, lanes -> 1e6 * lanes)).isEqualTo(32);
    }

    @Test
    void aBreakNowAndThenTakesNoLane() {
        LaneCount count = unknownLength();
        sendFor(count, 5, ANY, lanes -> 1e6 * lanes);
        IntStream.range(0, 500).forEach(each -> count.ended(each % 50 == 0, time));
        assertThat(sendFor(count, 1, ANY, lanes -> 1e6 * lanes)).isEqualTo(32);
    }
}
