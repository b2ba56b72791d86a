// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.webhook.Disturbance;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to its deliveries, an event that is acknowledged was processed once. Two nodes share a database. */
class EventFaultsTest {

    private static final Duration RETRY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static World world;
    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        world = new World(RETRY);
        database = new Database();
        for (int count = 0; count < 2; count++) {
            world.node("events=video.encoding.quality.completed", database::repository, (node, exchange) -> {});
        }
    }

    @AfterAll
    static void stop() {
        world.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void anEventIsProcessedOnceAfterAnAccidentToItsFirstDelivery(Accident accident) {
        AtomicInteger arrivals = new AtomicInteger();
        world.url().suffer(() -> arrivals.getAndIncrement() == 0 ? accident : Accident.NONE);

        String videoId = world.emit();

        world.awaitEnd(PATIENCE);
        assertThat(arrivals).hasPositiveValue();
        assertThat(world.answers(videoId)).endsWith(202);
        assertThat(world.ledger().processed(videoId)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anAccidentToEachDeliveryEndsAsTheTableSays(Accident accident) {
        world.url().suffer(() -> accident);
        int requests = world.service().requests().size();

        String videoId = world.emit();

        world.awaitEnd(PATIENCE);
        assertThat(world.answers(videoId))
                .isSubsetOf(Arrays.stream(accident.answers).boxed().toList());
        await().until(() -> world.ledger().processed(videoId) == accident.processed);
        assertThat(world.service().requests()).as("no delivery makes a request").hasSize(requests);
    }

    @Test
    void anEventThatTheServiceDeliversTwiceAtOnceIsProcessedOnce() {
        world.url().suffer(() -> Accident.NONE);
        for (int event = 0; event < 20; event++) {
            world.service().webhooks().disturb(1, Disturbance.duplicated());
            world.emit();
        }

        world.awaitEnd(PATIENCE);
        world.check();
    }

    @Test
    void theDatabaseHoldsOneKeyForEachEventAndNoClaim() {
        world.url().suffer(() -> Accident.NONE);
        String videoId = world.emit();
        world.awaitEnd(PATIENCE);

        assertThat(database.keys())
                .doesNotHaveDuplicates()
                .hasSize(world.ledger().size())
                .contains("video.encoding.quality.completed|" + videoId + "||||hls|720p||")
                .noneMatch(key -> key.startsWith("claim|"));
    }
}
