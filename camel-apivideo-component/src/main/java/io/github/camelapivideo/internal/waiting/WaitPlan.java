// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.waiting;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * The goal of a wait, its limit and its pace. Decides only; immutable.
 *
 * @param timeout the longest wait; zero for no limit
 * @param interval the pause after the first poll; each next pause is half as long again
 * @param maxInterval the longest pause
 * @param random numbers from 0 (inclusive) to 1 (exclusive); a quarter of each pause is random, so that waits spread
 */
public record WaitPlan(
        WaitGoal goal, Duration timeout, Duration interval, Duration maxInterval, DoubleSupplier random) {

    private static final double GROWTH = 1.5;
    private static final double RANDOM_SHARE = 0.25;

    /**
     * Returns the pause before the next poll; empty if no poll is due before the timeout. The last poll comes one
     * {@code interval} before the timeout.
     *
     * @param polls the number of polls so far
     * @param since the time since the begin of the wait
     */
    public Optional<Duration> pause(int polls, Duration since) {
        Duration pause = paced(polls);
        if (timeout.isZero()) {
            return Optional.of(pause);
        }
        Duration last = timeout.minus(interval).minus(since);
        if (last.isNegative() || last.isZero()) {
            return Optional.empty();
        }
        return Optional.of(pause.compareTo(last) < 0 ? pause : last);
    }

    private Duration paced(int polls) {
        double full = Math.min(maxInterval.toMillis(), interval.toMillis() * Math.pow(GROWTH, polls - 1.0));
        return Duration.ofMillis((long) (full * (1 - RANDOM_SHARE * random.getAsDouble())));
    }
}
