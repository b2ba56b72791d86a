// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.throttle;

import static io.github.camelapivideo.internal.call.RequestGate.Budget.POLLS;
import static io.github.camelapivideo.internal.call.RequestGate.Budget.READS;
import static io.github.camelapivideo.internal.call.RequestGate.Budget.UPLOADS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;
import io.github.camelapivideo.internal.call.RequestGate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountThrottleTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MovableTime time = new MovableTime();
    private final Timer timer = new Timer();
    private final AccountThrottle throttle = new AccountThrottle(time, timer);
    private final List<Integer> gone = new ArrayList<>();

    /** Runs what was scheduled when the test says so. */
    private final class Timer extends ScheduledThreadPoolExecutor {
        private final Queue<Runnable> tasks = new ArrayDeque<>();

        Timer() {
            super(0);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            tasks.add(task);
            return null;
        }

        void after(Duration duration) {
            time.advance(duration);
            for (int left = tasks.size(); left > 0; left--) {
                tasks.remove().run();
            }
        }
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private RequestGate.Permit ask(int number, boolean again) {
        return throttle.ask(UPLOADS, again, () -> gone.add(number));
    }

    private void exhaust() {
        left(0);
    }

    private void left(int requests) {
        left(throttle, requests);
    }

    private static void left(AccountThrottle throttle, int requests) {
        RequestGate.Permit first = throttle.ask(UPLOADS, false, () -> {});
        RateLimit allowance = new RateLimit(10_000, requests, MINUTE);
        throttle.observe(UPLOADS, allowance, true);
        first.end(true);
    }

    @Test
    void whoWaitsGoesInTheOrderOfAsking() {
        exhaust();
        IntStream.range(0, 10).forEach(number -> ask(number, number % 2 == 0));
        assertThat(gone).isEmpty();
        timer.after(MINUTE);
        assertThat(gone).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void whoGivesUpItsPlaceIsNotWaitedFor() {
        exhaust();
        RequestGate.Permit first = ask(1, false);
        ask(2, false);
        first.end(false);
        timer.after(MINUTE);
        assertThat(gone).containsExactly(2);
    }

    @Test
    void anotherKindOfRequestsHasItsOwnLine() {
        exhaust();
        ask(1, false);
        throttle.ask(READS, false, () -> gone.add(2));
        assertThat(gone).containsExactly(2);
    }

    @Test
    void whileNothingWorksRetriesGoOneASecond() {
        left(10_000);
        for (int number = 0; number < 1000; number++) {
            ask(number, true);
        }
        assertThat(gone).hasSize(RetryBudget.CAPACITY);
        for (int second = 1; second <= 50; second++) {
            timer.after(Duration.ofSeconds(1));
            assertThat(gone).hasSize(RetryBudget.CAPACITY + second);
        }
    }

    @Test
    void asSoonAsOneWorksTheOthersMayGo() {
        left(10_000);
        List<RequestGate.Permit> turns = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            turns.add(ask(number, true));
        }
        assertThat(gone).hasSize(RetryBudget.CAPACITY);
        turns.get(0).end(true);
        assertThat(gone).hasSize(50);
    }

    @Test
    void firstTriesAreNotHeldBackByTheRetryBudget() {
        left(10_000);
        for (int number = 0; number < 100; number++) {
            ask(number, false);
        }
        assertThat(gone).hasSize(100);
    }

    @Test
    void thoseWhoWaitForTheFirstAnswerGoWhenItIsThere() {
        List<RequestGate.Permit> turns = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            turns.add(ask(number, false));
        }
        assertThat(gone).hasSize(RateLimitWindows.PROBES);
        RateLimit answer = new RateLimit(40, 39, MINUTE);
        throttle.observe(UPLOADS, answer, true);
        turns.get(0).end(true);
        assertThat(gone).hasSize(30);
    }

    @Test
    void whenTheTimerHasEndedNobodyWaitsForever() {
        AccountThrottle ending = new AccountThrottle(time, new java.util.concurrent.ScheduledThreadPoolExecutor(0) {
            @Override
            public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
                throw new java.util.concurrent.RejectedExecutionException();
            }
        });
        left(ending, 0);
        ending.ask(UPLOADS, false, () -> gone.add(1));
        assertThat(gone).containsExactly(1);
    }

    /** Answers one read with this limit. */
    private void announce(int limit, int remaining) {
        RequestGate.Permit read = throttle.ask(READS, false, () -> {});
        throttle.observe(READS, new RateLimit(limit, remaining, MINUTE), true);
        read.end(true);
    }

    private RequestGate.Permit poll(int number) {
        return throttle.ask(POLLS, false, () -> gone.add(number));
    }

    @Test
    void pollsCountAsReadsAndLeaveThemAQuarterOfTheWindow() {
        announce(100, 30);
        for (int number = 1; number <= 5; number++) {
            poll(number).end(true);
            throttle.observe(POLLS, new RateLimit(100, 30 - number, MINUTE), true);
        }
        IntStream.rangeClosed(6, 10).forEach(this::poll);
        assertThat(gone).containsExactly(1, 2, 3, 4, 5);
        IntStream.range(0, 25).forEach(number -> throttle.ask(READS, false, () -> gone.add(100)));
        assertThat(gone).hasSize(30);
        timer.after(MINUTE);
        assertThat(gone).contains(6, 7, 8, 9, 10);
    }

    @Test
    void pollsOfASmallLimitGo() {
        announce(1, 0);
        poll(1);
        timer.after(MINUTE);
        assertThat(gone).containsExactly(1);
    }

    @Test
    void pollsWaitUntilNoOtherReadWaits() {
        announce(100, 0);
        poll(1);
        IntStream.range(2, 40).forEach(number -> throttle.ask(READS, false, () -> gone.add(number)));
        timer.after(MINUTE);
        assertThat(gone).hasSize(RateLimitWindows.PROBES).doesNotContain(1);
        throttle.observe(READS, new RateLimit(100, 99, MINUTE), true);
        timer.after(Duration.ofMillis(201));
        assertThat(gone).hasSize(38).doesNotContain(1);
        timer.after(Duration.ofMillis(201));
        assertThat(gone).hasSize(39).endsWith(1);
    }

    @Test
    void fewPollsAreUnderWayAtOnce() {
        announce(10_000, 9_999);
        List<RequestGate.Permit> polls = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            polls.add(poll(number));
        }
        assertThat(gone).hasSize(AccountThrottle.MOST_POLLS);
        polls.get(0).end(true);
        assertThat(gone).hasSize(AccountThrottle.MOST_POLLS + 1);
    }
}
