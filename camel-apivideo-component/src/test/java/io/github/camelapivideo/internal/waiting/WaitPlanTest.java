// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Polls become rarer, spread at random, and end before the timeout. */
class WaitPlanTest {

    private static WaitPlan plan(long timeout, double random) {
        return new WaitPlan(
                WaitGoal.encoded,
                Duration.ofMillis(timeout),
                Duration.ofMillis(1000),
                Duration.ofMillis(30_000),
                () -> random);
    }

    private static long pause(WaitPlan plan, int polls, long since) {
        return plan.pause(polls, Duration.ofMillis(since)).orElseThrow().toMillis();
    }

    @Test
    void pausesGrowByAHalfUpToTheLongest() {
        WaitPlan plan = plan(0, 0);
        assertThat(IntStream.rangeClosed(1, 4).mapToLong(polls -> pause(plan, polls, 0)))
                .containsExactly(1000L, 1500L, 2250L, 3375L);
        assertThat(pause(plan, 20, 0)).isEqualTo(30_000);
        assertThat(pause(plan, Integer.MAX_VALUE, 0)).isEqualTo(30_000);
    }

    @Test
    void upToAQuarterOfAPauseIsLeftOutAtRandom() {
        assertThat(pause(plan(0, 0.5), 1, 0)).isEqualTo(875);
        assertThat(pause(plan(0, 0.999), 20, 0)).isBetween(22_500L, 22_600L);
    }

    @ParameterizedTest
    @CsvSource({"0, 30000", "29000, 30000", "30000, 29000", "58000, 1000"})
    void theLastPollComesOneIntervalBeforeTheTimeout(long since, long expected) {
        assertThat(pause(plan(60_000, 0), 20, since)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"59000", "59500", "60000", "61000"})
    void noPollIsDueInTheLastInterval(long since) {
        assertThat(plan(60_000, 0).pause(20, Duration.ofMillis(since))).isEmpty();
    }
}
