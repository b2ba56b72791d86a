// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long an answer serves those that ask. */
class KeptAnswerTest {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 5);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final KeptAnswer answer = new KeptAnswer(KEPT, time::get, timer);
    private final List<CompletableFuture<Void>> questions = new ArrayList<>();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private CompletableFuture<Void> ask() {
        return answer.ask(() -> {
            questions.add(new CompletableFuture<>());
            return questions.get(questions.size() - 1);
        });
    }

    private void answerLatest() {
        questions.get(questions.size() - 1).complete(null);
    }

    private void failLatest(Throwable failure) {
        questions.get(questions.size() - 1).completeExceptionally(failure);
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    @Test
    void aGoodAnswerServesUntilItIsOld() {
        CompletableFuture<Void> first = ask();
        answerLatest();
        first.join();
        pass(KEPT.minusNanos(1));
        ask().join();
        assertThat(questions).hasSize(1);

        pass(Duration.ofNanos(1));
        ask();
        assertThat(questions).hasSize(2);
    }

    @Test
    void aFailureServesForAShorterTime() {
        ask();
        failLatest(new IllegalArgumentException("no"));
        pass(KeptAnswer.FAILURE_KEPT.minusNanos(1));
        assertThatThrownBy(() -> ask().get()).hasRootCauseMessage("no");
        assertThat(questions).hasSize(1);

        pass(Duration.ofNanos(1));
        ask();
        assertThat(questions).hasSize(2);
    }

    @Test
    void allWaitForOneQuestionAndNoneLongerThanTheFirst() {
        ask();
        pass(KeptAnswer.PATIENCE.minusNanos(1));
        CompletableFuture<Void> second = ask();
        pass(Duration.ofSeconds(5));
        CompletableFuture<Void> late = ask();

        assertThat(late).isCompletedExceptionally();
        assertThatThrownBy(late::get)
                .hasRootCauseInstanceOf(TimeoutException.class)
                .hasRootCauseMessage("The account has not answered for 6 s");
        assertThatThrownBy(second::get).hasRootCauseInstanceOf(TimeoutException.class);
        assertThat(questions).hasSize(1);
        answerLatest();
        assertThat(ask()).isCompleted();
    }

    @Test
    void aQuestionThatCouldNotBeAskedIsNotKept() {
        ask();
        failLatest(new IllegalStateException("stopped"));
        assertThat(ask()).isNotDone();
        assertThat(questions).hasSize(2);
        CompletableFuture<Void> broken = new KeptAnswer(KEPT, time::get, timer).ask(() -> {
            throw new IllegalStateException("no client");
        });
        assertThatThrownBy(broken::get).hasRootCauseMessage("no client");
    }

    @Test
    void aQuestionThatNeverEndsIsAskedAgain() {
        ask();
        pass(KeptAnswer.LOST.plusNanos(1));
        assertThat(ask()).isNotDone();
        assertThat(questions).hasSize(2);
    }

    @Test
    void goodNewsServesAndOutweighsTheFailureOfAnEarlierQuestion() {
        ask();
        pass(Duration.ofSeconds(3));
        answer.good();
        assertThat(ask()).isCompleted();

        failLatest(new IllegalArgumentException("lost"));
        assertThat(ask()).isCompletedWithValue(null);
        assertThat(questions).hasSize(1);
    }

    @Test
    void aFailureOutweighsEarlierGoodNews() {
        answer.good();
        pass(KEPT);
        ask();
        pass(Duration.ofSeconds(1));
        failLatest(new IllegalArgumentException("gone"));
        assertThat(ask()).isCompletedExceptionally();
    }
}
