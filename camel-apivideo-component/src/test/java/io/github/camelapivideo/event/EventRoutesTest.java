// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.api.RequestKind;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the route stops, pauses, and works together with others. */
class EventRoutesTest {

    private static final String OWN_SECRET = "webhookSecret=" + EventFixture.SECRET;

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    @Test
    void aPausedRouteAsksForALaterDelivery() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);
        String body = quality("vi1");

        fixture.context().getRouteController().suspendRoute("events");
        assertThat(fixture.deliverSigned(body)).isEqualTo(503);
        fixture.context().getRouteController().resumeRoute("events");
        assertThat(fixture.deliverSigned(body)).isEqualTo(202);

        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void aStoppedRouteHasNoPath() throws Exception {
        fixture.receive(OWN_SECRET);

        fixture.context().getRouteController().stopRoute("events");
        assertThat(fixture.deliverSigned(quality("vi1"))).isEqualTo(404);
        fixture.context().getRouteController().startRoute("events");
        assertThat(fixture.deliverSigned(quality("vi1"))).isEqualTo(202);
    }

    @Test
    void aStopWaitsForTheEventThatIsProcessed() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        MockEndpoint events = fixture.receive(OWN_SECRET, exchange -> {
            entered.countDown();
            leave.await();
        });

        CompletableFuture<Integer> answer = deliverAside(quality("vi1"));
        entered.await();
        CompletableFuture<Void> stop = stopAside();
        await().until(() -> fixture.deliverSigned(quality("vi2")) == 503);
        assertThat(stop).isNotDone();
        leave.countDown();

        stop.get(20, TimeUnit.SECONDS);
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(202);
        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void aStopWaitsForAllEventsThatWereAcknowledged() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        MockEndpoint events = fixture.receive(OWN_SECRET + "&acknowledge=received", exchange -> leave.await());
        // More than the pool has threads.
        for (int video = 0; video < 30; video++) {
            assertThat(fixture.deliverSigned(quality("vi" + video))).isEqualTo(202);
        }
        CompletableFuture<Void> stop = stopAside();
        await().until(() -> fixture.deliverSigned(quality("viLate")) == 503);
        leave.countDown();

        stop.get(20, TimeUnit.SECONDS);
        assertThat(events.getExchanges()).hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apivideo", "other"})
    void anEventAboutAVideoMakesAWaitForItAskAtOnce(String component) throws Exception {
        ApiVideoComponent other = new ApiVideoComponent();
        other.setConfiguration(fixture.apiVideo().options().copy());
        fixture.context().addComponent("other", other);
        fixture.receive(OWN_SECRET);
        String videoId = fixture.apiVideo()
                .template()
                .request("apivideo:createVideo?title=Holiday", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        CompletableFuture<Exchange> waiting = fixture.apiVideo()
                .template()
                .asyncSend(
                        component + ":waitForVideo?waitFor=playable&waitInterval=600000&maxWaitInterval=600000&videoId="
                                + videoId,
                        exchange -> {});
        await().until(() -> !fixture.service().requests(RequestKind.STATUS).isEmpty());

        assertThat(fixture.deliverSigned(quality(videoId))).isEqualTo(202);

        await().until(() -> fixture.service().requests(RequestKind.STATUS).size() > 1);
        assertThat(waiting).isNotDone();
    }

    @Test
    void anEventBecomesACloudEvent() throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("apivideo:events?" + OWN_SECRET)
                        .transformDataType(new DataType("apivideo:application-cloudevents"))
                        .to("mock:cloud");
            }
        });

        assertThat(fixture.deliverSigned(EventFixture.event(
                        EventFixture.QUALITY_COMPLETED,
                        Map.of(
                                "videoId",
                                "vi1",
                                "encoding",
                                "hls",
                                "quality",
                                "240p",
                                "emittedAt",
                                "2026-01-02T03:04:05+01:00"))))
                .isEqualTo(202);

        MockEndpoint cloud = fixture.context().getEndpoint("mock:cloud", MockEndpoint.class);
        assertThat(cloud.getExchanges().get(0).getMessage().getHeaders())
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_ID, EventFixture.QUALITY_COMPLETED + "|vi1||||hls|240p||")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, "1.0")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, "api.video")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "video.api.video.encoding.quality.completed")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, "vi1")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TIME, "2026-01-02T02:04:05Z");
    }

    private CompletableFuture<Integer> deliverAside(String body) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return fixture.deliverSigned(body);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private CompletableFuture<Void> stopAside() {
        return CompletableFuture.runAsync(() -> {
            try {
                fixture.context().getRouteController().stopRoute("events");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String quality(String videoId) throws Exception {
        return EventFixture.event(
                EventFixture.QUALITY_COMPLETED, Map.of("videoId", videoId, "encoding", "hls", "quality", "240p"));
    }
}
