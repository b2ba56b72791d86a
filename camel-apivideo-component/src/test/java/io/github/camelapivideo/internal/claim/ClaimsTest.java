// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes with one repository process an event once, whenever it comes, and again after a crash. */
class ClaimsTest {

    private static final String KEY = "video.caption.generated|vi1";
    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");

    private final Map<String, Object> shared = new ConcurrentHashMap<>();
    private Instant now = START;

    private final Claims node = node(Duration.ZERO);
    private final Claims other = node(Duration.ZERO);

    /** A node whose clock is ahead. */
    private Claims node(Duration ahead) {
        return Claims.shared(new MemoryIdempotentRepository(shared), () -> now.plus(ahead));
    }

    private void pass(Duration time, Claims... living) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusMillis(100);
            if (Duration.between(START, now).toMillis() % 1000 == 0) {
                List.of(living).forEach(Claims::proceed);
            }
        }
    }

    @Test
    void anEventThatIsDoneIsKnownToEachNode() {
        assertThat(node.claim(KEY)).isEqualTo(Claim.fresh);
        node.done(KEY);

        assertThat(node.claim(KEY)).isEqualTo(Claim.known);
        assertThat(other.claim(KEY)).isEqualTo(Claim.known);
        assertThat(shared).containsOnlyKeys(KEY);
    }

    @Test
    void anEventThatHasFailedIsFreshOnEachNode() {
        assertThat(node.claim(KEY)).isEqualTo(Claim.fresh);
        node.failed(KEY);
        assertThat(shared).isEmpty();

        assertThat(other.claim(KEY)).isEqualTo(Claim.fresh);
        other.failed(KEY);
        assertThat(node.claim(KEY)).isEqualTo(Claim.fresh);
    }

    @Test
    void anEventIsNotInTheRepositoryBeforeItIsDone() {
        assertThat(node.claim(KEY)).isEqualTo(Claim.fresh);

        assertThat(shared).doesNotContainKey(KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1000, -500, 0, 500, 1000})
    void noNodeBeginsWhatAnotherWorksOn(int millisAhead) {
        Claims late = node(Duration.ofMillis(millisAhead));
        for (int phase = 0; phase < 20; phase++) {
            String key = KEY + phase;
            now = now.plusMillis(100);
            assertThat(node.claim(key)).isEqualTo(Claim.fresh);
            for (int second = 0; second < 10; second++) {
                assertThat(late.claim(key)).as("%s after %s s", now, second).isEqualTo(Claim.inFlight);
                pass(Duration.ofSeconds(1), node, late);
            }
            node.done(key);
            assertThat(late.claim(key)).isEqualTo(Claim.known);
        }
    }

    @Test
    void anEventWhoseNodeCrashesIsFreshAfterSixSeconds() {
        for (int phase = 0; phase < 40; phase++) {
            String key = KEY + phase;
            Claims crashing = node(Duration.ZERO);
            assertThat(crashing.claim(key)).isEqualTo(Claim.fresh);
            pass(Duration.ofMillis(100L * phase), crashing);
            assertThat(other.claim(key)).isEqualTo(Claim.inFlight);

            pass(Duration.ofSeconds(6), other);
            assertThat(other.claim(key)).isEqualTo(Claim.fresh);
            other.done(key);
            assertThat(node.claim(key)).isEqualTo(Claim.known);
        }
    }

    @Test
    void longWorkLeavesNothingButItsRecord() {
        assertThat(node.claim(KEY)).isEqualTo(Claim.fresh);
        pass(Duration.ofMinutes(10), node);
        assertThat(shared).hasSize(2);

        node.done(KEY);
        pass(Duration.ofSeconds(10), node);
        assertThat(shared).containsOnlyKeys(KEY);
    }

    @Test
    void aRefusedClaimTakesNothingFromItsOwner() {
        assertThat(node.claim(KEY)).isEqualTo(Claim.fresh);
        Set<String> held = Set.copyOf(shared.keySet());

        assertThat(other.claim(KEY)).isEqualTo(Claim.inFlight);
        now = now.plusSeconds(1);
        assertThat(other.claim(KEY)).isEqualTo(Claim.inFlight);

        assertThat(shared.keySet()).isEqualTo(held);
    }

    @Test
    void aNodeThatCameTooLateForItsClaimTakesNothingFromTheNextOwner() {
        assertThat(node.claim(KEY)).isEqualTo(Claim.fresh);
        pass(Duration.ofSeconds(20));
        assertThat(other.claim(KEY)).isEqualTo(Claim.fresh);

        node.proceed();
        node.failed(KEY);

        assertThat(node(Duration.ZERO).claim(KEY)).isEqualTo(Claim.inFlight);
        other.done(KEY);
        assertThat(shared).containsOnlyKeys(KEY);
    }

    @Test
    void whateverTheOrderOfStepsNoTwoNodesWorkAtOnceAndNoneWorksAfterTheEnd() {
        for (int seed = 0; seed < 2000; seed++) {
            walk(new Random(seed), "seed " + seed);
        }
    }

    // Each step is one call of a repository, between which the other nodes make theirs.
    private void walk(Random random, String name) {
        shared.clear();
        int done = 0;
        Claims working = null;
        List<Claims> nodes = List.of(node, other, node(Duration.ofMillis(random.nextInt(1000))));
        for (int step = 0; step < 60; step++) {
            pass(Duration.ofMillis(100L * random.nextInt(15)), nodes.toArray(Claims[]::new));
            Claims next = nodes.get(random.nextInt(nodes.size()));
            if (next == working && random.nextBoolean()) {
                boolean succeeds = random.nextInt(4) == 0;
                if (succeeds) {
                    next.done(KEY);
                    done++;
                } else {
                    next.failed(KEY);
                }
                working = null;
            } else {
                Claim claim = next.claim(KEY);
                assertThat(claim)
                        .as(name + " step " + step)
                        .isEqualTo(done > 0 ? Claim.known : working != null ? Claim.inFlight : Claim.fresh);
                working = claim == Claim.fresh ? next : working;
            }
        }
        nodes.forEach(each -> each.failed(KEY));
        assertThat(done).isLessThanOrEqualTo(1);
    }

    @Test
    void ofTwoNodesThatLookAtTheSameTimeNotBothBegin() {
        now = START.plusMillis(1999);
        List<Claim> answers = new ArrayList<>();
        InstantSource ahead = () -> now.plusMillis(1);
        Claims interrupting = Claims.shared(new MemoryIdempotentRepository(shared), ahead);
        MemoryIdempotentRepository interrupted = new MemoryIdempotentRepository(shared) {
            @Override
            public boolean contains(String key) {
                if (answers.isEmpty()) {
                    answers.add(interrupting.claim(KEY));
                }
                return super.contains(key);
            }
        };

        answers.add(Claims.shared(interrupted, () -> now).claim(KEY));

        assertThat(answers).containsOnlyOnce(Claim.inFlight, Claim.fresh);
    }

    @Test
    void aRepositoryThatFailsDuringTheClaimLeavesTheEventFresh() {
        for (int failing = 1; failing <= 4; failing++) {
            shared.clear();
            Claims claims = Claims.shared(new FailingRepository(failing), () -> now);

            assertThatThrownBy(() -> claims.claim(KEY)).hasMessage("the database is down");

            assertThat(shared).as("call " + failing).isEmpty();
            assertThat(claims.claim(KEY)).isEqualTo(Claim.fresh);
        }
    }

    @Test
    void whatCannotBeRecordedIsKnownAndRecordedLater() {
        Claims claims = Claims.shared(new FailingRepository(5), () -> now);
        assertThat(claims.claim(KEY)).isEqualTo(Claim.fresh);
        claims.done(KEY);
        assertThat(shared).doesNotContainKey(KEY);
        assertThat(claims.claim(KEY)).isEqualTo(Claim.known);
        assertThat(other.claim(KEY)).isEqualTo(Claim.inFlight);

        claims.proceed();

        assertThat(shared).containsOnlyKeys(KEY);
        assertThat(other.claim(KEY)).isEqualTo(Claim.known);
    }

    /** Fails once, at one of its calls, counted from 1. */
    private final class FailingRepository extends MemoryIdempotentRepository {

        private int calls;
        private final int failing;

        FailingRepository(int failing) {
            super(shared);
            this.failing = failing;
        }

        private void call() {
            if (++calls == failing) {
                throw new IllegalStateException("the database is down");
            }
        }

        @Override
        public boolean add(String key) {
            call();
            return super.add(key);
        }

        @Override
        public boolean contains(String key) {
            call();
            return super.contains(key);
        }
    }
}
