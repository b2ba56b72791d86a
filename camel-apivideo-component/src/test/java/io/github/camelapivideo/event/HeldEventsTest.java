// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.support.FewThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a consumer holds has a limit, and is given back. */
class HeldEventsTest {

    private static final String OWN_SECRET = "webhookSecret=" + EventFixture.SECRET;
    private static final int MOST_WAITING = 1000;
    private static final int MANY = MOST_WAITING + 100;

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    private static String event(int number) throws Exception {
        return EventFixture.event(
                EventFixture.QUALITY_COMPLETED, Map.of("videoId", "vi" + number, "encoding", "hls", "quality", "240p"));
    }

    @Test
    void anEventForWhichTheMachineStartsNoThreadIsNotAcknowledged() throws Exception {
        FewThreads threads = new FewThreads().in(fixture.context());
        MockEndpoint events = fixture.receive(OWN_SECRET + "&acknowledge=received");
        threads.lose(FewThreads.EVENTS, 1);

        assertThat(fixture.deliverSigned(event(1))).isEqualTo(503);
        assertThat(fixture.deliverSigned(event(1))).isEqualTo(202);

        await().until(() -> events.getExchanges().size() == 1);
    }

    @Test
    void anEventForWhichThereIsNoPlaceIsNotAcknowledged() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        MockEndpoint events = fixture.receive(OWN_SECRET + "&acknowledge=received", exchange -> leave.await());
        List<Integer> refused = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            int status = fixture.deliverSigned(event(number));
            assertThat(status).isIn(202, 503);
            if (status == 503) {
                refused.add(number);
            }
        }
        assertThat(refused).hasSize(MANY - MOST_WAITING);

        leave.countDown();
        await().until(() -> events.getExchanges().size() == MOST_WAITING);
        for (int number : refused) {
            await().until(() -> fixture.deliverSigned(event(number)) == 202);
        }

        await().until(() -> events.getExchanges().size() == MANY);
        Set<Object> videos = new TreeSet<>();
        events.getExchanges()
                .forEach(exchange -> videos.add(exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID)));
        assertThat(videos).hasSize(MANY);
    }

    @Test
    void anExceptionHandlerThatFailsLosesNoEvent() throws Exception {
        fixture.context().getRegistry().bind("handler", new FailingHandler());
        MockEndpoint events = fixture.receive(OWN_SECRET + "&exceptionHandler=#handler", new FailingOnce()::step);

        assertThat(fixture.deliverSigned(event(1))).isEqualTo(500);
        assertThat(fixture.deliverSigned(event(1))).isEqualTo(202);

        assertThat(events.getExchanges()).hasSize(1);
    }

    private static final class FailingOnce {

        private boolean failed;

        void step(Exchange exchange) {
            if (!failed) {
                failed = true;
                throw new IllegalStateException("the database is down");
            }
        }
    }

    private static final class FailingHandler implements ExceptionHandler {

        @Override
        public void handleException(Throwable exception) {
            throw new IllegalStateException("the handler fails");
        }

        @Override
        public void handleException(String message, Throwable exception) {
            handleException(exception);
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable exception) {
            handleException(exception);
        }
    }

    @Test
    void noThreadOutlivesTheContext() throws Exception {
        fixture.context().getRegistry().bind("repository", new MemoryIdempotentRepository(new ConcurrentHashMap<>()));
        fixture.receive(OWN_SECRET + "&acknowledge=received&idempotentRepository=#repository");
        assertThat(fixture.deliverSigned(event(1))).isEqualTo(202);
        await().until(() -> threads().stream().anyMatch(name -> name.contains("ApiVideoEvents")));
        await().until(() -> threads().stream().anyMatch(name -> name.contains("ApiVideoClaims")));

        fixture.context().stop();

        await().until(() -> threads().isEmpty());
    }

    private List<String> threads() {
        String ofThisContext = fixture.context().getName();
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains(ofThisContext) && name.matches(".*ApiVideo(Events|Claims).*"))
                .toList();
    }
}
