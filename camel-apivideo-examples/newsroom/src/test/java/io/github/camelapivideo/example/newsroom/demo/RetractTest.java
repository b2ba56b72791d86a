// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.example.newsroom.demo.Broker.Subscription;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiVideoSimulatorExtension.class)
class RetractTest extends Scene {

    private static final String UNTIL_NOON = "{\"title\": \"A\", \"expires\": \"2030-01-02T12:00:00Z\"}";

    @Test
    void aMessageRetractsOneStory(ApiVideoSimulator service) throws Exception {
        RunningNewsroom newsroom = start(service);
        publish("harbour-fire", DESCRIPTION);
        publish("moon", DESCRIPTION);
        Subscription topic = broker.subscribe("stories.retracted");

        broker.send("stories.retract", "harbour-fire");

        assertThat(topic.next()).isEqualTo("harbour-fire");
        assertThat(service.videos()).hasSize(1);
        assertThat(shown(newsroom))
                .singleElement()
                .satisfies(shown -> assertThat(shown.get("slug").asText()).isEqualTo("moon"));
    }

    @Test
    void thePageRetractsAStory(ApiVideoSimulator service) throws Exception {
        RunningNewsroom newsroom = start(service);
        publish("harbour-fire", DESCRIPTION);

        int status =
                send("DELETE", newsroom.page().resolve("stories/harbour-fire")).statusCode();

        assertThat(status).isEqualTo(202);
        patiently().until(() -> service.videos().isEmpty());
        patiently().until(() -> shown(newsroom).isEmpty());
    }

    @Test
    void aMessageThatNamesNoPublishedStoryRetractsNothing(ApiVideoSimulator service) throws Exception {
        start(service);
        publish("harbour-fire", DESCRIPTION);

        for (String text : List.of("", " ", "*", "${header.x}", "moon")) {
            broker.send("stories.retract", text);
        }

        patiently().until(() -> broker.count("stories.retract") == 0);
        assertThat(service.videos()).hasSize(1);
    }

    @Test
    void aRetractionWaitsInTheQueueWhileTheServiceIsDown(ApiVideoSimulator service) throws Exception {
        start(service, Map.of("camel.component.apivideo.maxRetries", "0"));
        publish("harbour-fire", DESCRIPTION);
        service.faults().on(RequestKind.DELETE).times(2).then(Fault.status(503));

        broker.send("stories.retract", "harbour-fire");

        patiently().until(() -> service.videos().isEmpty());
        patiently().until(() -> broker.count("stories.retract") == 0);
    }

    @Test
    void aStoryIsRetractedWhenItExpires(ApiVideoSimulator service) throws Exception {
        RunningNewsroom newsroom = start(service);
        Subscription topic = broker.subscribe("stories.retracted");
        publish("harbour-fire", UNTIL_NOON);
        publish("moon", DESCRIPTION);
        clock.set("2030-01-02T11:59:59Z");
        assertThat(shown(newsroom)).hasSize(2);

        clock.set("2030-01-02T12:00:00Z");

        assertThat(topic.next()).isEqualTo("harbour-fire");
        assertThat(service.videos()).hasSize(1);
    }

    @Test
    void aStoryThatExpiresWhileTheNewsroomIsClosedIsRetractedAfterItsStart(ApiVideoSimulator service) throws Exception {
        RunningNewsroom first = start(service);
        publish("harbour-fire", UNTIL_NOON);
        publish("moon", DESCRIPTION);
        first.close();
        clock.set("2030-01-03T00:00:00Z");
        Subscription topic = broker.subscribe("stories.retracted");

        RunningNewsroom second = start(service);

        assertThat(topic.next()).isEqualTo("harbour-fire");
        assertThat(service.videos()).hasSize(1);
        patiently().until(() -> shown(second).size() == 1);
        assertThat(shown(second).get(0).get("slug").asText()).isEqualTo("moon");
    }
}
