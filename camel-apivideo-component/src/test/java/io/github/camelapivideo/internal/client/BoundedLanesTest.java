// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads without a bound of their own, as virtual ones are. */
class BoundedLanesTest {

    private final List<Throwable> told = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);
    private final BoundedLanes lanes = new BoundedLanes(threads, 2);
    private final List<Integer> begun = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void noMoreTasksRunAtOnceThanThereAreLanesAndTheOthersFollow() {
        List<CountDownLatch> ends = List.of(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
        for (int number = 0; number < 3; number++) {
            begin(number, ends.get(number));
        }
        Awaitility.await().until(() -> begun.size() == 2);
        assertThat(begun).containsExactlyInAnyOrder(0, 1);

        ends.get(1).countDown();

        Awaitility.await().until(() -> begun.contains(2));
        ends.forEach(CountDownLatch::countDown);
    }

    @Test
    void aTaskThatFailsDoesNotTakeItsLaneAlong() {
        CountDownLatch together = new CountDownLatch(1);
        for (int number = 0; number < 4; number++) {
            lanes.execute(() -> fail(together));
        }
        together.countDown();

        Awaitility.await().until(() -> told.size() == 4);
        assertThat(told).allMatch(problem -> "on purpose".equals(problem.getMessage()));
    }

    @Test
    void refusesATaskThatNoThreadTakesAndHoldsNoLane() {
        threads.shutdown();
        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(() -> lanes.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        }
    }

    /** Tells the test what its tasks threw; the default handler belongs to Awaitility while it waits. */
    private Thread thread(Runnable tasks) {
        Thread thread = new Thread(tasks);
        thread.setUncaughtExceptionHandler((failed, problem) -> told.add(problem));
        return thread;
    }

    private void begin(int number, CountDownLatch end) {
        lanes.execute(() -> {
            begun.add(number);
            await(end);
        });
    }

    private static void fail(CountDownLatch begin) {
        await(begin);
        throw new IllegalStateException("on purpose");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
