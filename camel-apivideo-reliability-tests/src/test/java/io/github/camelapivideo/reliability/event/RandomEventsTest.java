// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random accidents to the deliveries of many events while routes fail, two nodes share a database, and now and then one
 * of them dies in the middle of a route. {@code -Devents.seed=…} repeats a run.
 */
class RandomEventsTest {

    private static final Duration RETRY = Duration.ofSeconds(3);
    private static final int AT_ONCE = 4;
    private static final Accident[] ACCIDENTS = Accident.values();

    private World world;
    private Database database;
    private Random random;
    private final ExecutorService processes = Executors.newCachedThreadPool();
    private final AtomicInteger deaths = new AtomicInteger();

    @Test
    void eachEventIsProcessedOnceOrIsNotAcknowledged() throws Exception {
        run(Long.getLong("events.seed", 1), 120);
    }

    @Test
    @Tag("long")
    void eachOfTwoThousandEventsIsProcessedOnceOrIsNotAcknowledged() throws Exception {
        run(Long.getLong("events.seed", System.nanoTime()), 2000);
    }

    private void run(long seed, int events) throws Exception {
        System.out.println("seed " + seed);
        random = new Random(seed);
        database = new Database();
        world = new World(RETRY);
        try {
            world.url().suffer(this::accident);
            node();
            node();
            world.service().webhooks().deliverAtOnce(AT_ONCE);
            for (int event = 0; event < events; event++) {
                world.emit();
            }
            world.awaitEnd(Duration.ofSeconds(60 + events / 10));
            world.check(database::hasLost);
            System.out.printf(
                    "%s of %d events are acknowledged, %s nodes died%n", world.acknowledged(), events, deaths);
            assertThat(world.acknowledged()).isGreaterThan(events / 2);
            assertThat(deaths).hasPositiveValue();
        } finally {
            processes.shutdown();
            assertThat(processes.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            world.close();
            database.close();
        }
    }

    private Accident accident() {
        return dice(3) == 0 ? ACCIDENTS[dice(ACCIDENTS.length)] : Accident.NONE;
    }

    private Node node() throws Exception {
        return world.node("events=video.encoding.quality.completed", database::repository, this::work);
    }

    private void work(Node node, Exchange exchange) throws Exception {
        switch (dice(30)) {
            case 0 -> die(node);
            case 1, 2 -> throw new IllegalStateException("the route fails");
            case 3, 4 -> TimeUnit.MILLISECONDS.sleep(dice(3000));
            default -> {}
        }
    }

    // Another process takes its place; the last node stays alive until then.
    private synchronized void die(Node node) {
        if (world.isLast(node)) {
            return;
        }
        node.die();
        deaths.incrementAndGet();
        processes.submit(this::node);
        processes.submit(node::close);
    }

    private synchronized int dice(int sides) {
        return random.nextInt(sides);
    }
}
