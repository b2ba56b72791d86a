// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.notification.ApiVideoNotification;
import io.github.camelapivideo.api.notification.ApiVideoNotification.EventReceived;
import io.github.camelapivideo.api.notification.ApiVideoNotification.EventRejected;
import io.github.camelapivideo.api.notification.ApiVideoNotification.EventRepeated;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Event notifiers of Camel learn of deliveries. */
class EventNotificationsTest {

    private final List<ApiVideoNotification> told = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    @Test
    void theyLearnWhatWasReceivedRefusedAndHadBefore() throws Exception {
        // Also a notifier that comes after the component.
        fixture.context().getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof ApiVideoNotification news) {
                    told.add(news);
                }
            }
        });
        fixture.receive("webhookMaxPayloadSize=1KiB&webhookSecret=" + EventFixture.SECRET);
        String event = EventFixture.event(EventFixture.QUALITY_COMPLETED, Map.of("videoId", "vi1"));

        fixture.deliverSigned(event);
        fixture.deliverSigned(event);
        fixture.deliverSigned("no JSON");
        fixture.deliver(event, "X-Api-Video-Signature", "forged");
        fixture.deliverSigned("x".repeat(1025));

        assertThat(told)
                .extracting(EventNotificationsTest::inWords)
                .containsExactly(
                        "received video.encoding.quality.completed",
                        "received video.encoding.quality.completed",
                        "repeated video.encoding.quality.completed",
                        "rejected unreadable",
                        "rejected signature",
                        "rejected size");
        assertThat(told.toString()).doesNotContain(EventFixture.SECRET);
    }

    private static String inWords(ApiVideoNotification news) {
        if (news instanceof EventReceived received) {
            return "received " + received.type();
        }
        if (news instanceof EventRepeated repeated) {
            return "repeated " + repeated.type();
        }
        return news instanceof EventRejected rejected ? "rejected " + rejected.reason() : news.toString();
    }
}
