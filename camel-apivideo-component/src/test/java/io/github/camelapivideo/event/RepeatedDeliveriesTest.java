// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.event.EventFixture.Webhook;
import io.github.camelapivideo.simulator.webhook.Disturbance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A route gets each event once, and again only if it has failed. */
class RepeatedDeliveriesTest {

    private static final String OWN_SECRET = "webhookSecret=" + EventFixture.SECRET;

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    @Test
    void aSecondDeliveryIsAcknowledgedAndDoesNotReachTheRoute() throws Exception {
        Webhook webhook = fixture.createWebhook();
        MockEndpoint events = fixture.receive("webhookSecret=" + webhook.secret());
        fixture.service().webhooks().disturb(1, Disturbance.duplicated());

        fixture.emitQuality("vi1", "240p");

        await().until(() -> fixture.answers().equals(List.of(202, 202)));
        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void twoWebhooksWithTheSameEventsAreHeardOnce() throws Exception {
        Webhook one = fixture.createWebhook();
        Webhook twin = fixture.createWebhook();
        MockEndpoint events = fixture.receive("webhookSecret=" + one.secret() + "," + twin.secret());

        fixture.emitQuality("vi1", "240p");
        fixture.emitQuality("vi1", "360p");

        await().until(() ->
                fixture.answers().stream().filter(answer -> answer == 202).count() == 4);
        assertThat(events.getExchanges()).hasSize(2);
    }

    @Test
    void aQualityIsCompletedOnceWhateverTimeItTells() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);

        for (int second = 0; second < 3; second++) {
            assertThat(fixture.deliverSigned(quality("2026-01-02T03:04:0" + second + "Z")))
                    .isEqualTo(202);
        }
        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void aBroadcastThatBeginsAgainIsAnotherEvent() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);

        for (String time : List.of("2026-01-02T03:04:05Z", "2026-01-02T03:04:06Z", "2026-01-02T03:04:05Z")) {
            String body = EventFixture.event(
                    "live-stream.broadcast.started", Map.of("liveStreamId", "li1", "emittedAt", time));
            assertThat(fixture.deliverSigned(body)).isEqualTo(202);
        }
        assertThat(events.getExchanges()).hasSize(2);
    }

    @Test
    void eventsOfUnknownTypesDifferInAnything() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);

        for (String playerId : List.of("pl1", "pl2", "pl1")) {
            assertThat(fixture.deliverSigned(EventFixture.event("player.changed", Map.of("playerId", playerId))))
                    .isEqualTo(202);
        }
        assertThat(events.getExchanges()).hasSize(2);
    }

    @Test
    void anEventWhoseRouteFailsComesAgain() throws Exception {
        Webhook webhook = fixture.createWebhook();
        AtomicInteger tries = new AtomicInteger();
        MockEndpoint events = fixture.receive("webhookSecret=" + webhook.secret(), exchange -> {
            if (tries.incrementAndGet() <= 2) {
                throw new IllegalStateException("the database is down");
            }
        });

        fixture.emitQuality("vi1", "240p");

        await().until(() -> fixture.answers().equals(List.of(500, 500, 202)));
        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void aDeliveryDuringTheRouteIsAskedToComeLater() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        MockEndpoint events = fixture.receive(OWN_SECRET, exchange -> {
            entered.countDown();
            leave.await();
        });
        String body = quality("2026-01-02T03:04:05Z");

        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> deliver(body));
        entered.await();
        assertThat(fixture.deliverSigned(body)).isEqualTo(503);
        leave.countDown();

        assertThat(first.join()).isEqualTo(202);
        assertThat(fixture.deliverSigned(body)).isEqualTo(202);
        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void aRouteThatStartsAgainRemembersTheEvents() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);
        String body = quality("2026-01-02T03:04:05Z");

        assertThat(fixture.deliverSigned(body)).isEqualTo(202);
        fixture.context().getRouteController().stopRoute("events");
        fixture.context().getRouteController().startRoute("events");
        assertThat(fixture.deliverSigned(body)).isEqualTo(202);

        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void aRepositoryOfTheApplicationKeepsTheEvents() throws Exception {
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        fixture.context().getRegistry().bind("repository", repository);
        fixture.receive(OWN_SECRET + "&idempotentRepository=#repository");

        assertThat(fixture.deliverSigned(quality("2026-01-02T03:04:05Z"))).isEqualTo(202);

        assertThat(repository.getCache()).containsOnlyKeys("video.encoding.quality.completed|vi1||||hls|240p||");
    }

    @Test
    void anEventIsRecordedAfterItsRouteAndItsClaimIsGoneThen() throws Exception {
        ConcurrentHashMap<String, Object> content = new ConcurrentHashMap<>();
        fixture.context().getRegistry().bind("repository", new MemoryIdempotentRepository(content));
        List<String> during = new CopyOnWriteArrayList<>();
        fixture.receive(OWN_SECRET + "&idempotentRepository=#repository", exchange -> during.addAll(content.keySet()));

        assertThat(fixture.deliverSigned(quality("2026-01-02T03:04:05Z"))).isEqualTo(202);

        assertThat(during).hasSize(1).allMatch(key -> key.startsWith("claim|"));
        assertThat(content).containsOnlyKeys("video.encoding.quality.completed|vi1||||hls|240p||");
    }

    @Test
    void theClaimOfAFailedRouteIsGone() throws Exception {
        ConcurrentHashMap<String, Object> content = new ConcurrentHashMap<>();
        fixture.context().getRegistry().bind("repository", new MemoryIdempotentRepository(content));
        fixture.receive(OWN_SECRET + "&idempotentRepository=#repository", exchange -> {
            throw new IllegalStateException("the database is down");
        });

        assertThat(fixture.deliverSigned(quality("2026-01-02T03:04:05Z"))).isEqualTo(500);

        assertThat(content).isEmpty();
    }

    @Test
    void anEventThatCannotBeRecordedIsAcknowledgedAndDoesNotReachTheRouteAgain() throws Exception {
        AtomicBoolean down = new AtomicBoolean();
        ConcurrentHashMap<String, Object> content = new ConcurrentHashMap<>();
        fixture.context().getRegistry().bind("repository", new MemoryIdempotentRepository(content) {
            @Override
            public boolean add(String key) {
                if (down.get()) {
                    throw new IllegalStateException("the database is down");
                }
                return super.add(key);
            }
        });
        MockEndpoint events =
                fixture.receive(OWN_SECRET + "&idempotentRepository=#repository", exchange -> down.set(true));
        String body = quality("2026-01-02T03:04:05Z");

        assertThat(fixture.deliverSigned(body)).isEqualTo(202);
        assertThat(fixture.deliverSigned(body)).isEqualTo(202);
        down.set(false);

        await().until(() -> content.keySet().equals(Set.of("video.encoding.quality.completed|vi1||||hls|240p||")));
        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void everyKeyIsALineThatFitsIntoTheTableOfCamel() throws Exception {
        ConcurrentHashMap<String, Object> content = new ConcurrentHashMap<>();
        fixture.context().getRegistry().bind("repository", new MemoryIdempotentRepository(content));
        MockEndpoint events = fixture.receive(OWN_SECRET + "&idempotentRepository=#repository");

        for (String type : List.of("video.caption.generated", "video." + "x".repeat(40), "video.a\nb")) {
            for (String videoId : List.of("vi" + "1".repeat(80), "vi" + "2".repeat(80))) {
                String body = EventFixture.event(
                        type, Map.of("videoId", videoId, "language", "en", "emittedAt", "2026-01-02T03:04:05Z"));
                assertThat(fixture.deliverSigned(body)).isEqualTo(202);
                assertThat(fixture.deliverSigned(body)).isEqualTo(202);
            }
        }

        assertThat(events.getExchanges()).hasSize(6);
        assertThat(content.keySet()).hasSize(6).allMatch(key -> key.matches("[a-zA-Z0-9.|-]{1,100}"));
    }

    @Test
    void aRepositoryThatFailsLosesNoEvent() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        fixture.context().getRegistry().bind("repository", new MemoryIdempotentRepository() {
            @Override
            public boolean add(String key) {
                if (asked.incrementAndGet() == 1) {
                    throw new IllegalStateException("the database is down");
                }
                return super.add(key);
            }
        });
        MockEndpoint events = fixture.receive(OWN_SECRET + "&idempotentRepository=#repository");
        String body = quality("2026-01-02T03:04:05Z");

        assertThat(fixture.deliverSigned(body)).isEqualTo(503);
        assertThat(fixture.deliverSigned(body)).isEqualTo(202);
        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void anEventThatIsAcknowledgedAtOnceHoldsNoDelivery() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        MockEndpoint events = fixture.receive(OWN_SECRET + "&acknowledge=received", exchange -> leave.await());
        events.expectedMessageCount(1);

        assertThat(fixture.deliverSigned(quality("2026-01-02T03:04:05Z"))).isEqualTo(202);
        assertThat(events.getExchanges()).isEmpty();
        leave.countDown();

        events.assertIsSatisfied();
    }

    private int deliver(String body) {
        try {
            return fixture.deliverSigned(body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quality(String emittedAt) throws Exception {
        return EventFixture.event(
                EventFixture.QUALITY_COMPLETED,
                Map.of("videoId", "vi1", "encoding", "hls", "quality", "240p", "emittedAt", emittedAt));
    }
}
