// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.polling;

import static io.github.camelapivideo.polling.PollingFixture.PATIENCE;
import static io.github.camelapivideo.polling.PollingFixture.awaitIds;
import static io.github.camelapivideo.polling.PollingFixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How polls end: by failures, and because the route stops. */
class PollEndsTest {

    @RegisterExtension
    final PollingFixture polling = new PollingFixture();

    /** Returns false if Camel has given up. */
    private boolean stop() throws Exception {
        return polling.context().getRouteController().stopRoute("videos", 20, TimeUnit.SECONDS, true);
    }

    @Test
    void theStopOfARouteEndsTheRetriesOfAServiceThatIsDown() throws Exception {
        polling.service().faults().on(RequestKind.LIST).then(Fault.status(503));
        polling.poll("since=now&retryDelay=3600000&maxRetryDelay=3600000");
        polling.awaitLists(1);
        assertThat(stop()).isTrue();
    }

    @Test
    void theStopOfARouteEndsARequestWithoutAnAnswer() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        polling.service().faults().on(RequestKind.LIST).then(Fault.hold(held));
        polling.poll("since=now");
        await().atMost(PATIENCE).until(() -> polling.service().faults().injected() > 0);
        assertThat(stop()).isTrue();
        held.countDown();
    }

    @Test
    void aRouteThatIsSuspendedContinuesWhereItWas() throws Exception {
        MockEndpoint videos = polling.poll("since=now");
        polling.awaitLists(2);
        polling.context().getRouteController().suspendRoute("videos");
        String suspended = polling.create("while it is suspended");
        polling.context().getRouteController().resumeRoute("videos");
        awaitIds(videos, List.of(suspended));
        stop();
        String stopped = polling.create("while it is stopped");
        polling.context().getRouteController().startRoute("videos");
        awaitIds(videos, List.of(suspended, stopped));
    }

    @Test
    void theStopOfARouteLetsTheCurrentExchangeEndAndKeepsTheOthers() throws Exception {
        List<String> created = polling.create(3);
        CountDownLatch routing = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        MockEndpoint videos = polling.poll("since=beginning", exchange -> {
            routing.countDown();
            stopping.await();
        });
        routing.await();
        Thread stopper = new Thread(() -> {
            try {
                stop();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        stopper.start();
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) polling.context().getRoute("videos").getConsumer();
        await().atMost(PATIENCE).until(consumer::isSuspendingOrSuspended);
        stopping.countDown();
        stopper.join();
        assertThat(ids(videos)).containsExactly(created.get(0));
        polling.context().getRouteController().startRoute("videos");
        awaitIds(videos, created);
    }

    @Test
    void pollsLessOftenAfterFailures() throws Exception {
        polling.service().faults().on(RequestKind.LIST).then(Fault.status(503));
        polling.poll("since=now&maxRetries=0&backoffErrorThreshold=1&backoffMultiplier=1000000");
        await().atMost(PATIENCE).until(() -> !polling.lists().isEmpty());
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) polling.context().getRoute("videos").getConsumer();
        await().atMost(PATIENCE).until(() -> consumer.getBackoffCounter() > 3);
        assertThat(polling.lists()).hasSize(1);
    }

    @Test
    void aFilterThatIsEmptyFailsThePollBeforeAnythingIsAsked() throws Exception {
        polling.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalArgumentException.class).handled(true).to("mock:failures");
                from("apivideo:videos?initialDelay=0&bridgeErrorHandler=true&metadata.desk=${header.desk}")
                        .to("mock:videos");
            }
        });
        MockEndpoint failures = polling.context().getEndpoint("mock:failures", MockEndpoint.class);
        await().atMost(PATIENCE).until(() -> failures.getReceivedCounter() > 0);
        assertThat(failures.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                .hasMessageContaining("metadata.desk=${header.desk}: is empty");
        assertThat(polling.service().requests()).isEmpty();
    }

    @Test
    void aWrongKeyIsToldToTheErrorHandlerWithoutTheKey() throws Exception {
        String key = "a-key-that-nobody-may-see";
        polling.apiVideo().options().setApiKey(key);
        polling.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(ApiVideoException.class).handled(true).to("mock:failures");
                from("apivideo:videos?initialDelay=0&bridgeErrorHandler=true").to("mock:videos");
            }
        });
        MockEndpoint failures = polling.context().getEndpoint("mock:failures", MockEndpoint.class);
        await().atMost(PATIENCE).until(() -> failures.getReceivedCounter() > 0);
        Exception failure = failures.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        assertThat(failure).hasMessageContaining("There is no account with this API key");
        assertThat(failure.toString()).doesNotContain(key);
    }

    @Test
    void anEmptyMessageTellsOfAPollWithoutVideosIfThatIsAsked() throws Exception {
        MockEndpoint videos = polling.poll("since=now&sendEmptyMessageWhenIdle=true");
        await().atMost(PATIENCE).until(() -> videos.getReceivedCounter() > 0);
        assertThat(videos.getExchanges().get(0).getMessage().getBody()).isNull();
        assertThat(videos.getExchanges().get(0).getMessage().getHeader(ApiVideoConstants.VIDEO_ID))
                .isNull();
    }
}
