// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes share the events through a database: one works, the other waits, and takes over after a crash. */
class TwoNodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database = new Database();
    private final CountDownLatch leave = new CountDownLatch(1);
    private final AtomicInteger entered = new AtomicInteger();
    private World world;
    private Node first;

    @BeforeEach
    void start() throws Exception {
        world = new World(Duration.ofSeconds(3));
        first = node();
        node();
    }

    private Node node() throws Exception {
        return world.node("events=video.encoding.quality.completed", database::repository, this::work);
    }

    /** The first event that comes waits in the route. */
    private void work(Node node, Exchange exchange) throws Exception {
        if (entered.incrementAndGet() == 1) {
            assertThat(leave.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @AfterEach
    void stop() {
        leave.countDown();
        world.close();
        database.close();
    }

    @Test
    void answersADeliveryThatAnotherNodeWorksOnWith503() {
        AtomicInteger arrivals = new AtomicInteger();
        world.url().suffer(() -> arrivals.getAndIncrement() == 0 ? Accident.GATEWAY_TIMEOUT : Accident.NONE);

        String videoId = world.emit();

        await().atMost(PATIENCE).until(() -> world.answers(videoId).equals(List.of(504, 503)));
        leave.countDown();
        world.awaitEnd(PATIENCE);
        assertThat(world.answers(videoId)).containsExactly(504, 503, 202);
        assertThat(entered).hasValue(1);
        world.check();
    }

    @Test
    void theOtherNodeProcessesAnEventWhoseNodeDiesInTheMiddleOfItsRoute() {
        String videoId = world.emit();
        await().atMost(PATIENCE).until(() -> entered.get() == 1);
        first.die();
        leave.countDown();

        world.awaitEnd(PATIENCE);
        assertThat(world.answers(videoId)).startsWith(Arrival.NO_ANSWER).endsWith(202);
        assertThat(entered).hasValue(2);
        world.check();
    }
}
