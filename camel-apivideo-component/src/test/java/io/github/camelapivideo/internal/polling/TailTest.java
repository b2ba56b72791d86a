// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which videos of a list are new, poll after poll. */
class TailTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final int RUNS = 2000;

    private static Since since(String text) {
        return Since.of(text).at(NOON);
    }

    private static Sighting video(String videoId, Instant time) {
        return new Sighting(videoId, videoId, time, true);
    }

    private static List<String> take(Tail tail, List<Sighting> listed) {
        Instant latest = listed.stream()
                .map(Sighting::time)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return tail.take(listed, latest).stream().map(Sighting::videoId).toList();
    }

    /** A service whose videos appear up to nine minutes late and are deleted, and its polls, of which some fail. */
    private static final class World {
        private final Random random;
        private final Tail tail;
        private final List<Sighting> living = new ArrayList<>();
        private final Set<String> before = new HashSet<>();
        private final Set<String> polledWhileLiving = new HashSet<>();
        private final List<String> given = new ArrayList<>();
        private Instant now;
        private int created;
        private boolean begun;

        World(long seed, String since, Duration clock) {
            this.random = new Random(seed);
            this.tail = new Tail(since(since), false);
            this.now = NOON.plus(clock);
        }

        void step() {
            now = now.plusSeconds(random.nextInt(400));
            switch (random.nextInt(5)) {
                case 0, 1 -> create();
                case 2 -> delete();
                default -> poll();
            }
        }

        private void create() {
            Instant late = now.minusSeconds(random.nextInt(540));
            living.add(video("video-" + created++, late));
        }

        private void delete() {
            if (!living.isEmpty()) {
                living.remove(random.nextInt(living.size()));
            }
        }

        private void poll() {
            Instant floor = tail.floor(living.stream()
                    .map(Sighting::time)
                    .max(Comparator.naturalOrder())
                    .orElse(null));
            List<Sighting> read =
                    living.stream().filter(video -> !video.isBefore(floor)).toList();
            if (random.nextInt(4) == 0) {
                return;
            }
            given.addAll(take(tail, read));
            Set<String> seen = begun ? polledWhileLiving : before;
            living.forEach(video -> seen.add(video.videoId()));
            begun = true;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void eachVideoThatIsThereDuringAPollIsGivenOnceWhateverTheClockOfTheService(long hours) {
        for (long seed = 0; seed < RUNS; seed++) {
            World world = new World(seed, "now", Duration.ofHours(hours));
            for (int step = 0; step < 60; step++) {
                world.step();
            }
            Set<String> expected = new HashSet<>(world.polledWhileLiving);
            expected.removeAll(world.before);
            assertThat(world.given)
                    .as("seed %d", seed)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void theBeginningGivesAllTheOldestFirst() {
        Tail tail = new Tail(since("beginning"), false);
        assertThat(take(tail, List.of(video("b", NOON), video("a", NOON.minusSeconds(3600)), video("c", NOON))))
                .containsExactly("a", "b", "c");
    }

    @Test
    void aTimeGivesWhatIsNotBeforeIt() {
        Tail tail = new Tail(since("24h"), false);
        Instant start = NOON.minus(Duration.ofHours(24));
        assertThat(tail.floor(NOON)).isEqualTo(start);
        assertThat(take(tail, List.of(video("a", start.minusSeconds(1)), video("b", start), video("c", NOON))))
                .containsExactly("b", "c");
    }

    @Test
    void anEmptyListBeginsToo() {
        Tail tail = new Tail(since("now"), false);
        assertThat(take(tail, List.of())).isEmpty();
        assertThat(take(tail, List.of(video("a", NOON)))).containsExactly("a");
    }

    @Test
    void aVideoWithoutATimeIsGivenOnce() {
        Tail tail = new Tail(since("now"), false);
        Sighting timeless = new Sighting("b", "b", null, true);
        assertThat(take(tail, List.of(video("a", NOON)))).isEmpty();
        assertThat(tail.take(List.of(video("a", NOON), timeless), NOON)).containsExactly(timeless);
        assertThat(tail.take(List.of(timeless), NOON.plusSeconds(86_400))).isEmpty();
        assertThat(tail.take(List.of(timeless), NOON.plusSeconds(86_400))).isEmpty();
    }

    @Test
    void whatWasSeenForEverIsNotNewWhenItsTimeChanges() {
        Tail tail = new Tail(since("now"), true);
        take(tail, List.of(video("a", NOON)));
        take(tail, List.of(video("b", NOON.plusSeconds(86_400))));
        assertThat(take(tail, List.of(video("a", NOON.plusSeconds(90_000))))).isEmpty();
    }
}
