// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads without a bound of their own, as virtual ones are. */
class LanesTest {

    private final List<Throwable> told = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);
    private final Lanes lanes = new Lanes(threads, 2);
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
    void aTaskThatWaitsForALaneThatDoesNotStartRunsLater() {
        List<Runnable> later = new ArrayList<>();
        AtomicReference<Lanes> one = new AtomicReference<>();
        one.set(new Lanes(
                task -> {
                    one.get().execute(() -> begun.add(2));
                    throw new OutOfMemoryError("unable to create native thread");
                },
                later::add,
                1));

        assertThatThrownBy(() -> one.get().execute(() -> begun.add(1))).isInstanceOf(NoMoreThreads.class);
        later.forEach(Runnable::run);

        assertThat(begun).containsExactly(2);
        assertThat(one.get().free()).isEqualTo(1);
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
    void aTaskWithALowerTurnComesFirstAndTheOthersComeInTheOrderOfTheirArrival() {
        CountDownLatch held = new CountDownLatch(1);
        Lanes one = new Lanes(threads, 1);
        one.execute(() -> await(held));
        one.withTurn(7).execute(() -> begun.add(3));
        one.withTurn(7).execute(() -> begun.add(4));
        one.withTurn(2).execute(() -> begun.add(2));
        one.execute(() -> begun.add(1));

        held.countDown();

        Awaitility.await().until(() -> begun.size() == 4);
        assertThat(begun).containsExactly(1, 2, 3, 4);
    }

    @Test
    void anInterruptOfATaskDoesNotReachTheNext() {
        Lanes one = new Lanes(threads, 1);
        CountDownLatch held = new CountDownLatch(1);
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        one.execute(() -> {
            await(held);
            Thread.currentThread().interrupt();
        });
        one.execute(() -> interrupted.add(Thread.currentThread().isInterrupted()));

        held.countDown();

        Awaitility.await().until(() -> !interrupted.isEmpty());
        assertThat(interrupted).containsExactly(false);
    }

    @Test
    void theFirstTaskThatFollowsFromAnotherOfItsTurnRunsOnTheSameThread() {
        Lanes mine = lanes.withTurn(7).continuing();
        List<Thread> ran = new CopyOnWriteArrayList<>();
        CountDownLatch second = new CountDownLatch(1);
        mine.execute(() -> {
            ran.add(Thread.currentThread());
            mine.execute(() -> ran.add(Thread.currentThread()));
            mine.execute(second::countDown);
            // The second one that follows does not wait for this lane.
            await(second);
        });

        Awaitility.await().until(() -> ran.size() == 2);
        assertThat(ran.get(1)).isSameAs(ran.get(0));
    }

    @Test
    void aTaskOfAnotherTurnDoesNotWaitForTheLaneThatGivesIt() {
        CountDownLatch other = new CountDownLatch(1);
        lanes.withTurn(7).execute(() -> {
            lanes.withTurn(8).continuing().execute(other::countDown);
            await(other);
            begun.add(7);
        });

        Awaitility.await().until(() -> begun.contains(7));
    }

    @Test
    void aTaskThatFollowsFromAnotherWaitsForThoseWithALowerTurn() {
        CountDownLatch held = new CountDownLatch(1);
        Lanes one = new Lanes(threads, 1);
        Lanes mine = one.withTurn(7).continuing();
        mine.execute(() -> {
            await(held);
            mine.execute(() -> begun.add(2));
        });
        one.withTurn(2).execute(() -> begun.add(1));

        held.countDown();

        Awaitility.await().until(() -> begun.size() == 2);
        assertThat(begun).containsExactly(1, 2);
    }

    @Test
    void ofTwoTasksThatFollowTheFirstComesFirstAlsoWhenAllLanesAreBusy() {
        Lanes mine = new Lanes(threads, 1).withTurn(7).continuing();
        mine.execute(() -> {
            mine.execute(() -> begun.add(1));
            mine.execute(() -> begun.add(2));
        });

        Awaitility.await().until(() -> begun.size() == 2);
        assertThat(begun).containsExactly(1, 2);
    }

    @Test
    void aTaskThatFollowsFromOneThatFailsRunsAllTheSame() {
        Lanes mine = lanes.withTurn(7).continuing();
        mine.execute(() -> {
            mine.execute(() -> begun.add(1));
            throw new IllegalStateException("on purpose");
        });

        Awaitility.await().until(() -> begun.contains(1));
        assertThat(told).hasSize(1);
    }

    @Test
    void onSharedLanesATaskThatFollowsWaitsForTheTurnThatHasNone() {
        CountDownLatch held = new CountDownLatch(1);
        Lanes shared = new Lanes(threads, 2).sharedOn(threads);
        Lanes mine = shared.withTurn(7).continuing();
        mine.execute(() -> {
            await(held);
            mine.execute(() -> begun.add(7));
        });
        begin(shared.withTurn(7), 70, held);
        begin(shared.withTurn(7), 71, held);

        held.countDown();

        Awaitility.await().until(() -> begun.size() == 3);
        assertThat(begun).containsExactlyInAnyOrder(7, 70, 71);
    }

    @Test
    void onSharedLanesEachTurnHasOneAndSeveralAsLongAsThereAreEnough() {
        CountDownLatch held = new CountDownLatch(1);
        Lanes shared = lanes.sharedOn(threads);
        begin(shared.withTurn(1), 11, held);
        begin(shared.withTurn(1), 12, held);
        begin(shared.withTurn(1), 13, held);
        begin(shared.withTurn(2), 21, held);
        begin(shared.withTurn(2), 22, held);
        begin(shared.withTurn(3), 31, held);

        Awaitility.await().until(() -> begun.size() == 4);
        assertThat(begun).containsExactlyInAnyOrder(11, 12, 21, 31);

        held.countDown();
        Awaitility.await().until(() -> begun.size() == 6);
    }

    @Test
    void aSharedLaneThatBecomesFreeIsForTheTurnThatHasTheFewest() {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        Lanes shared = new Lanes(threads, 3).sharedOn(threads);
        begin(shared.withTurn(1), 11, first);
        begin(shared.withTurn(1), 12, held);
        begin(shared.withTurn(1), 13, held);
        begin(shared.withTurn(2), 21, second);
        begin(shared.withTurn(1), 14, held);
        begin(shared.withTurn(2), 22, held);
        Awaitility.await().until(() -> begun.size() == 4);

        // Its own turn has none left, so that the next task does not wait for the others.
        second.countDown();
        Awaitility.await().until(() -> begun.contains(22));
        assertThat(begun).doesNotContain(14);

        first.countDown();
        held.countDown();
        Awaitility.await().until(() -> begun.contains(14));
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
        begin(lanes, number, end);
    }

    private void begin(Lanes on, int number, CountDownLatch end) {
        on.execute(() -> {
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
