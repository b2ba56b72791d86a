// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoEvent;
import io.github.camelapivideo.event.EventFixture.Webhook;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What reaches the route. */
class ReceivedEventsTest {

    private static final String OWN_SECRET = "webhookSecret=" + EventFixture.SECRET;

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    @Test
    void aSignedDeliveryOfTheServiceReachesTheRoute() throws Exception {
        Webhook webhook = fixture.createWebhook();
        MockEndpoint events = fixture.receive("webhookSecret=" + webhook.secret());
        events.expectedMessageCount(1);

        fixture.service()
                .webhooks()
                .emit(
                        EventFixture.QUALITY_COMPLETED,
                        Instant.parse("2100-01-02T03:04:05Z"),
                        Map.of("videoId", "vi1", "encoding", "hls", "quality", "720p"));

        events.assertIsSatisfied();
        await().until(() -> fixture.answers().equals(List.of(202)));
        ApiVideoEvent event = events.getExchanges().get(0).getMessage().getBody(ApiVideoEvent.class);
        assertThat(event.type()).isEqualTo(EventFixture.QUALITY_COMPLETED);
        assertThat(event.videoId()).isEqualTo("vi1");
        assertThat(event.instant()).contains(Instant.parse("2100-01-02T03:04:05Z"));
        assertThat(events.getExchanges().get(0).getMessage().getHeaders())
                .containsOnly(
                        Map.entry(ApiVideoConstants.EVENT_TYPE, EventFixture.QUALITY_COMPLETED),
                        Map.entry(ApiVideoConstants.EVENT_TIME, event.emittedAt()),
                        Map.entry(ApiVideoConstants.VIDEO_ID, "vi1"),
                        Map.entry(ApiVideoConstants.ENCODING, "hls"),
                        Map.entry(ApiVideoConstants.QUALITY, "720p"),
                        Map.entry(ApiVideoConstants.WEBHOOK_ID, webhook.webhookId()),
                        Map.entry(
                                Exchange.MESSAGE_TIMESTAMP,
                                Instant.parse("2100-01-02T03:04:05Z").toEpochMilli()));
    }

    @Test
    void theSampleOfTheContractIsGenuine() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);
        events.expectedMessageCount(1);
        String body = "{\"type\":\"video.encoding.quality.completed\",\"emittedAt\":\"2026-01-02T03:04:05+00:00\","
                + "\"videoId\":\"viContract1\",\"encoding\":\"hls\",\"quality\":\"240p\"}";

        assertThat(fixture.deliver(
                                body,
                                "x-api-video-signature",
                                "e013d0056917b0bb8777db287e8526940a443a9d4799ef9e575601505c9c3566")
                        .statusCode())
                .isEqualTo(202);
        events.assertIsSatisfied();
    }

    @Test
    void theEventConvertsToTheJsonThatWasReceived() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);
        String body = "{ \"type\": \"video.renamed\", \"videoId\": \"vi1\", \"new\": {\"a\": [1]} }";

        assertThat(fixture.deliverSigned(body)).isEqualTo(202);

        var message = events.getExchanges().get(0).getMessage();
        assertThat(message.getBody(String.class)).isEqualTo(body);
        assertThat(message.getBody(InputStream.class)).hasContent(body);
        assertThat(message.getBody(Map.class).get("new")).isEqualTo(Map.of("a", List.of(1)));
    }

    @Test
    void oddEventsPass() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);

        assertThat(fixture.deliverSigned(
                        "{\"type\":\"video.caption.generated\",\"emittedAt\":\"2024-08-151T00:00:00Z\","
                                + "\"videoId\":\"vi1\",\"language\":false,\"captionId\":7}"))
                .isEqualTo(202);
        assertThat(fixture.deliverSigned("{\"type\":\"video.encoding.quality.completed\",\"videoId\":\"vi1\","
                        + "\"encoding\":\"HLS\",\"quality\":\"2160p\"}"))
                .isEqualTo(202);

        ApiVideoEvent caption = events.getExchanges().get(0).getMessage().getBody(ApiVideoEvent.class);
        assertThat(caption.language()).isEqualTo("no");
        assertThat(caption.captionId()).isNull();
        assertThat(caption.instant()).isEmpty();
        assertThat(caption.emittedAt()).isEqualTo("2024-08-151T00:00:00Z");
        assertThat(events.getExchanges().get(1).getMessage().getHeader(ApiVideoConstants.ENCODING))
                .isEqualTo("hls");
    }

    @Test
    void noHeaderOfTheRequestReachesTheRoute() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);
        String body = EventFixture.event("video.renamed", Map.of());

        fixture.deliver(
                body,
                "X-Api-Video-Signature",
                EventFixture.signature(body, EventFixture.SECRET),
                "X-Api-Video-WebhookID",
                "${jndi:no id}",
                "CamelApiVideoTitle",
                "forged",
                "X-Other",
                "forged");

        assertThat(events.getExchanges().get(0).getMessage().getHeaders())
                .containsOnly(Map.entry(ApiVideoConstants.EVENT_TYPE, "video.renamed"));
    }

    @Test
    void theAnswerRepeatsNothing() throws Exception {
        fixture.receive(OWN_SECRET, exchange -> exchange.getMessage().setHeader("X-Of-Route", "secret"));
        String body = EventFixture.event("video.renamed", Map.of());

        var answer = fixture.deliver(
                body, "X-Api-Video-Signature", EventFixture.signature(body, EventFixture.SECRET), "X-Echo", "1");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map()).doesNotContainKeys("x-of-route", "x-echo", "x-api-video-signature");
    }

    @Test
    void whatIsFilteredOutIsAcknowledged() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET
                + "&events=video.encoding.quality.completed,live-stream.broadcast.ended&qualities=720p,1080p");

        assertThat(fixture.deliverSigned(quality("720p"))).isEqualTo(202);
        assertThat(fixture.deliverSigned(quality("240p"))).isEqualTo(202);
        assertThat(fixture.deliverSigned(EventFixture.event("video.summary.generated", Map.of("videoId", "vi1"))))
                .isEqualTo(202);
        assertThat(fixture.deliverSigned(
                        EventFixture.event("live-stream.broadcast.ended", Map.of("liveStreamId", "li1"))))
                .isEqualTo(202);

        assertThat(events.getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader(ApiVideoConstants.EVENT_TYPE))
                .containsExactly(EventFixture.QUALITY_COMPLETED, "live-stream.broadcast.ended");
    }

    private static String quality(String quality) throws Exception {
        return EventFixture.event(
                EventFixture.QUALITY_COMPLETED, Map.of("videoId", "vi1", "encoding", "hls", "quality", quality));
    }
}
