// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * Runs whole uploads in one thread, with faults and stops, in orders that a seed draws. Each ends, with exactly the bytes of
 * its body or with an error, and leaves nothing behind. A failure names its seed and prints the run;
 * {@code -Dapivideo.schedules=1 -Dapivideo.schedules.seed=N} repeats it.
 */
class UploadScheduleTest {

    private static final long FIRST = Long.getLong("apivideo.schedules.seed", 0);
    private static final long COUNT = Long.getLong("apivideo.schedules", 20_000);
    private static final long ENOUGH_FOR_A_PLANT = 2_000;

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("io.github.camelapivideo");

    private static Level before;

    @BeforeAll
    static void silence() {
        before = LOG.getLevel();
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOG.setLevel(before);
    }

    private record Found(long seed, String violation) {

        static Optional<Found> in(long seed, UploadSession.States states) {
            return Optional.ofNullable(violation(seed, states)).map(violation -> new Found(seed, violation));
        }

        private static String violation(long seed, UploadSession.States states) {
            try {
                return UploadWorld.violationOf(seed, states);
            } catch (RuntimeException | Error e) {
                return "thrown: " + e;
            }
        }
    }

    @Test
    void everyScheduleKeepsThePromises() {
        LongStream.range(FIRST, FIRST + COUNT)
                .parallel()
                .mapToObj(seed -> Found.in(seed, UploadState::new))
                .flatMap(Optional::stream)
                .findAny()
                .ifPresent(found -> fail("seed %d: %s%n%s", found.seed(), found.violation(), trace(found.seed())));
    }

    @ParameterizedTest
    @EnumSource
    void findsAPlantedBug(Plant plant) {
        Found found = LongStream.range(0, ENOUGH_FOR_A_PLANT)
                .mapToObj(seed -> Found.in(seed, plant))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> fail("not found in " + ENOUGH_FOR_A_PLANT + " schedules"));
        System.out.printf("%s: seed %d: %s%n", plant, found.seed(), found.violation());
    }

    @Test
    void aSeedGivesTheSameRunAgain() {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(trace(seed)).isEqualTo(trace(seed));
        }
    }

    // Each run has other labels.
    private static String trace(long seed) {
        return UploadWorld.trace(seed, UploadState::new).replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "...");
    }
}
