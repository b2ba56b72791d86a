// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.call.ApiCalls;
import io.github.camelapivideo.internal.call.Credentials;
import io.github.camelapivideo.internal.call.FakeAnswer;
import io.github.camelapivideo.internal.call.FreshContainers;
import io.github.camelapivideo.internal.call.Observer;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.call.Transport;
import io.github.camelapivideo.internal.thread.Lanes;
import io.github.camelapivideo.internal.thread.Workers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wait with pauses of an hour: only a wake-up brings the next poll. */
@Timeout(30)
class VideoWaitsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final RetryPolicy NO_RETRIES =
            new RetryPolicy(0, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO, Duration.ZERO, () -> 0);

    private final ExecutorService lanes = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Workers workers = new Workers(new Lanes(lanes, 100), lanes, timer, System::nanoTime);
    private final VideoWaits waits = new VideoWaits(workers, Observer.NONE);
    private final List<Budget> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private volatile boolean playable;

    @AfterEach
    void stop() {
        lanes.shutdownNow();
        timer.shutdownNow();
    }

    private CompletableFuture<VideoStatus> begin(Duration timeout) {
        Transport transport = (request, credential, cancellation) -> {
            FakeAnswer answer = new FakeAnswer(200, "{\"encoding\":{\"playable\":" + playable + "}}");
            answered.countDown();
            await(mayAnswer);
            return answer;
        };
        RequestGate counting = (budget, again, granted) -> {
            asked.add(budget);
            return RequestGate.FREE.ask(budget, again, granted);
        };
        ApiCalls calls = new ApiCalls(
                new AccountGateway("production", transport, counting, Credentials.NONE),
                NO_RETRIES,
                new FreshContainers(System::nanoTime),
                workers);
        return waits.begin("vi1", new WaitPlan(WaitGoal.playable, timeout, HOUR, HOUR, () -> 0), calls);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWakeUpEndsAPause() throws Exception {
        mayAnswer.countDown();
        CompletableFuture<VideoStatus> wait = begin(Duration.ZERO);
        await(answered);
        playable = true;
        Awaitility.await().until(() -> {
            // Perhaps the first poll is still under way.
            waits.wake("vi1");
            return wait.isDone();
        });
        assertThat(wait.get().encoding().playable()).isTrue();
        assertThat(asked).hasSizeGreaterThan(1).containsOnly(Budget.POLLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1H"})
    void aWakeUpDuringAPollBringsTheNextOneAtOnceEvenIfItIsTheLastBeforeTheTimeout(Duration timeout) throws Exception {
        CompletableFuture<VideoStatus> wait = begin(timeout);
        await(answered);
        playable = true;
        waits.wake("vi1");
        mayAnswer.countDown();
        assertThat(wait.get(10, TimeUnit.SECONDS).encoding().playable()).isTrue();
        assertThat(asked).hasSize(2);
    }

    @Test
    void aWakeUpIsForOneVideo() {
        CompletableFuture<VideoStatus> wait = begin(Duration.ZERO);
        await(answered);
        playable = true;
        waits.wake("vi2");
        mayAnswer.countDown();
        Awaitility.await().during(Duration.ofMillis(200)).until(() -> !wait.isDone());
    }

    @Test
    void aStopEndsAWaitAndEveryLaterOne() {
        CompletableFuture<VideoStatus> wait = begin(Duration.ZERO);
        await(answered);
        waits.stop();
        assertThat(wait).isCompletedExceptionally();
        assertThat(begin(Duration.ZERO)).isCompletedExceptionally();
    }

    @Test
    void aWaitThatFindsNoThreadsEnds() {
        lanes.shutdownNow();
        assertThat(begin(HOUR)).isCompletedExceptionally();
    }
}
