// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.api.WebhookDelivery;
import io.github.camelapivideo.simulator.fault.Fault;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.ThreadPoolProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With {@code collapse=encoded} a route hears of a video once, when all of it is encoded. */
class CollapsedEventsTest {

    @RegisterExtension
    final EventFixture fixture = new EventFixture(
            simulator -> simulator.encoding(EncodingScript.ofHeight(720).oneAfterAnother(Duration.ofMillis(150))));

    @Test
    void theLastQualityOfAVideoIsTheOnlyEvent() throws Exception {
        MockEndpoint events = receive();
        String videoId = upload();

        await().until(() -> qualities().size() == 5 && !events.getExchanges().isEmpty());

        assertThat(events.getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID))
                .containsExactly(videoId);
    }

    @Test
    void anAccountThatDoesNotAnswerIsAskedAgainByTheNextDelivery() throws Exception {
        fixture.apiVideo().options().setMaxRetries(0);
        MockEndpoint events = receive();
        fixture.service().faults().on(RequestKind.STATUS).times(1).then(Fault.status(503));
        upload();

        await().until(() -> !events.getExchanges().isEmpty());

        assertThat(fixture.answers()).contains(503);
        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void aRouteMayWaitForTheAccountThoughThereIsOneThreadForRequests() throws Exception {
        ThreadPoolProfile one = new ThreadPoolProfile("apivideo");
        one.setMaxPoolSize(1);
        fixture.context().getExecutorServiceManager().registerThreadPoolProfile(one);
        MockEndpoint events = fixture.receive(
                "webhookRegistration=reuse&collapse=encoded&webhookUrl=" + fixture.url(), exchange -> fixture.context()
                        .createProducerTemplate()
                        .requestBodyAndHeader(
                                "apivideo:getVideo",
                                null,
                                ApiVideoConstants.VIDEO_ID,
                                exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID)));
        upload();

        await().until(() -> events.getExchanges().size() == 1);
    }

    @Test
    void otherEventsAreNotCollapsed() throws Exception {
        MockEndpoint events = receive();

        fixture.service().webhooks().emit("live-stream.broadcast.started", Map.of("liveStreamId", "li1"));

        await().until(() -> events.getExchanges().size() == 1);
    }

    private MockEndpoint receive() throws Exception {
        return fixture.receive("webhookRegistration=reuse&collapse=encoded&webhookUrl=" + fixture.url());
    }

    private String upload() {
        return fixture.apiVideo()
                .upload("title=x", new byte[10])
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    /** Returns the bodies of the events that were acknowledged. */
    private Set<String> qualities() {
        List<String> bodies = fixture.service().webhooks().deliveries().stream()
                .filter(delivery -> delivery.status() == 202)
                .map(WebhookDelivery::body)
                .toList();
        return new HashSet<>(bodies);
    }
}
