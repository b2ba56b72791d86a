// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is to leave ends when all of its calls wait for a retry, and not before. */
class RetryWaitsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(900);

    private final RetryWaits waits = new RetryWaits();
    private final List<Throwable> ended = new ArrayList<>();
    private final Throwable failure = new IllegalStateException("503");

    @Test
    void endsAtOnceWhatWaitsAlready() {
        waits.begun("a");
        waits.waits("a", 1, LONG, failure);
        waits.leave(ended::add);
        assertThat(ended).containsExactly(failure);
    }

    @Test
    void endsWhatWaitsLater() {
        waits.begun("a");
        waits.leave(ended::add);
        assertThat(ended).isEmpty();
        waits.waits("a", 1, LONG, failure);
        assertThat(ended).containsExactly(failure);
    }

    @Test
    void waitsForTheCallsThatStillRun() {
        waits.begun("a");
        waits.begun("b");
        waits.begun("c");
        waits.leave(ended::add);
        waits.waits("a", 1, LONG, failure);
        waits.ended("b");
        assertThat(ended).isEmpty();
        waits.waits("c", 1, LONG, failure);
        assertThat(ended).containsExactly(failure);
    }

    @Test
    void endsWhenTheLastOneThatRunsHasEnded() {
        waits.begun("a");
        waits.begun("b");
        waits.leave(ended::add);
        waits.waits("a", 1, LONG, failure);
        waits.ended("b");
        assertThat(ended).containsExactly(failure);
    }

    @Test
    void aRetryThatIsDueSoonIsNotGivenUp() {
        waits.begun("a");
        waits.leave(ended::add);
        waits.waits("a", 2, SHORT, failure);
        assertThat(ended).isEmpty();
        waits.waits("a", 3, SHORT, failure);
        assertThat(ended).containsExactly(failure);
    }

    @Test
    void aCallThatIsTriedAgainWaitsNoMore() {
        waits.begun("a");
        waits.waits("a", 1, LONG, failure);
        waits.waitsNoMore("a");
        waits.leave(ended::add);
        assertThat(ended).isEmpty();
    }

    @Test
    void endsOnce() {
        waits.begun("a");
        waits.leave(ended::add);
        waits.waits("a", 1, LONG, failure);
        waits.ended("a");
        waits.begun("clean-up");
        waits.waits("clean-up", 5, LONG, failure);
        assertThat(ended).hasSize(1);
    }

    @Test
    void whatDoesNotLeaveWaits() {
        waits.begun("a");
        waits.waits("a", 9, LONG, failure);
        assertThat(ended).isEmpty();
    }
}
