// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand events a second, for one node or for two that share a database. Counts only; the figures are printed. */
class ManyEventsTest {

    private static final String EVENTS = "events=video.encoding.quality.completed";
    private static final int EACH_SECOND = 1000;
    private static final int PERIOD_MILLIS = 20;
    private static final int AT_ONCE = 16;

    @Test
    void aThousandEventsASecondAreProcessedOnceEach() throws Exception {
        run(2);
    }

    @Test
    @Tag("long")
    void aThousandEventsASecondForAMinuteAreProcessedOnceEach() throws Exception {
        run(60);
    }

    @Test
    @Tag("long")
    void aThousandEventsASecondForAMinuteAreProcessedOnceEachByOneNode() throws Exception {
        try (World world = new World(Duration.ofSeconds(3))) {
            world.node(EVENTS, node -> null, (node, exchange) -> {});
            deliver(world, 60);
        }
    }

    private static void run(int seconds) throws Exception {
        try (World world = new World(Duration.ofSeconds(3));
                Database database = new Database()) {
            world.node(EVENTS, database::repository, (node, exchange) -> {});
            world.node(EVENTS, database::repository, (node, exchange) -> {});
            deliver(world, seconds);
            assertThat(database.keys()).hasSize(seconds * EACH_SECOND);
        }
    }

    private static void deliver(World world, int seconds) throws Exception {
        world.service().webhooks().deliverAtOnce(AT_ONCE);
        long start = System.nanoTime();
        emit(world, seconds * EACH_SECOND);
        long emitted = System.nanoTime();
        world.awaitEnd(Duration.ofSeconds(60 + 4L * seconds));

        System.out.printf(
                "%d events emitted in %d ms, the last was answered %d ms later: %s%n",
                seconds * EACH_SECOND,
                TimeUnit.NANOSECONDS.toMillis(emitted - start),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - emitted),
                world.statuses());
        world.check();
        assertThat(world.acknowledged()).isEqualTo(seconds * EACH_SECOND);
    }

    private static void emit(World world, int events) throws InterruptedException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger left = new AtomicInteger(events);
        clock.scheduleAtFixedRate(
                () -> {
                    for (int count = 0; count < EACH_SECOND * PERIOD_MILLIS / 1000; count++) {
                        world.emit();
                    }
                    if (left.addAndGet(-EACH_SECOND * PERIOD_MILLIS / 1000) <= 0) {
                        clock.shutdown();
                    }
                },
                0,
                PERIOD_MILLIS,
                TimeUnit.MILLISECONDS);
        assertThat(clock.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
    }
}
