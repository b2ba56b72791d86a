// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.console.DevConsole;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** JMX shows what routes have received, each by itself and all together. */
class EventJmxTest {

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    private Object read(String names, String attribute) throws Exception {
        MBeanServer server =
                fixture.context().getManagementStrategy().getManagementAgent().getMBeanServer();
        ObjectName name = server.queryNames(
                        new ObjectName(
                                "org.apache.camel:context=" + fixture.context().getManagementName() + "," + names),
                        null)
                .iterator()
                .next();
        return server.getAttribute(name, attribute);
    }

    private Object consumer(String attribute) throws Exception {
        return read("type=consumers,name=ApiVideoEventConsumer*", attribute);
    }

    private Object component(String attribute) throws Exception {
        return read("type=components,name=\"apivideo\"", attribute);
    }

    @Test
    void aConsumerTellsWhatItHasReceivedRefusedAndHadBefore() throws Exception {
        fixture.receive("webhookSecret=" + EventFixture.SECRET);
        assertThat(consumer("LatestEvent")).isNull();
        String event = EventFixture.event(EventFixture.QUALITY_COMPLETED, Map.of("videoId", "vi1"));

        fixture.deliverSigned(event);
        fixture.deliverSigned(event);
        fixture.deliverSigned("no JSON");
        fixture.deliver(event, "X-Api-Video-Signature", "forged");

        assertThat(consumer("DeliveriesReceived")).isEqualTo(4L);
        assertThat(consumer("DeliveriesRejected")).isEqualTo(2L);
        assertThat(consumer("DeliveriesRepeated")).isEqualTo(1L);
        assertThat(consumer("DeliveriesPostponed")).isEqualTo(0L);
        assertThat(consumer("LatestEvent")).isInstanceOf(Date.class);
        assertThat(component("EventsReceived")).isEqualTo(2L);
        assertThat(component("EventsRejected")).isEqualTo(2L);
        assertThat(component("EventsRepeated")).isEqualTo(1L);
        assertThat(consumer("EndpointUri").toString()).doesNotContain(EventFixture.SECRET);
    }

    @Test
    void theConsoleShowsTheRoute() throws Exception {
        fixture.receive("webhookSecret=" + EventFixture.SECRET);
        fixture.deliver("{}", "X-Api-Video-Signature", "forged");

        DevConsole console =
                PluginHelper.getDevConsoleResolver(fixture.context()).resolveDevConsole("apivideo");
        assertThat(console.call(DevConsole.MediaType.TEXT).toString().lines())
                .contains("route events: received 1, rejected 1, repeated 0, postponed 0");
    }

    @Test
    void anEventThatItsRouteHasAtTheMomentIsRepeatedAndPostponed() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        fixture.receive("webhookSecret=" + EventFixture.SECRET, exchange -> held.await());
        String event = EventFixture.event(EventFixture.QUALITY_COMPLETED, Map.of("videoId", "vi1"));
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> {
            try {
                return fixture.deliverSigned(event);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> component("EventsReceived").equals(1L));

        try {
            await().until(() -> fixture.deliverSigned(event) == 503);
            assertThat((long) consumer("DeliveriesRepeated")).isPositive();
            assertThat((long) consumer("DeliveriesPostponed")).isPositive();
        } finally {
            held.countDown();
        }
        assertThat(first.get()).isEqualTo(202);
    }
}
