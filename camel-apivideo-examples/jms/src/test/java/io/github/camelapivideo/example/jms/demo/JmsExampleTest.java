// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.jms.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.example.testing.TestVideo;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.spi.EventNotifier;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ApiVideoSimulatorExtension.class)
class JmsExampleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<Main> consumers = new ArrayList<>();
    private DemoServer broker;

    @BeforeEach
    void start() throws Exception {
        broker = DemoServer.start(folder);
    }

    @AfterEach
    void stop() {
        consumers.forEach(Main::stop);
        broker.close();
    }

    @Test
    void acknowledgesTheMessageOnlyWhenTheServiceHasAllOfIt(ApiVideoSimulator simulator) throws Exception {
        CountDownLatch everythingSeen = new CountDownLatch(1);
        simulator.faults().on(RequestKind.SOURCE).part(3).then(Fault.hold(everythingSeen));
        TestVideo video = send();

        startConsumer(simulator, Map.of());

        await().atMost(PATIENCE).until(() -> acceptedParts(simulator).size() == 2);
        assertThat(broker.count(DemoServer.QUEUE)).isEqualTo(1);
        everythingSeen.countDown();
        await().atMost(PATIENCE).until(() -> broker.count(DemoServer.QUEUE) == 0);
        assertOnline(simulator, video);
    }

    @Test
    void aFailedUploadGoesBackToTheQueueAndASecondConsumerGoesOnWithIt(ApiVideoSimulator simulator) throws Exception {
        simulator.faults().on(RequestKind.SOURCE).part(3).then(Fault.status(503));
        TestVideo video = send();

        Main first = startConsumer(simulator, failingSoon(1000));
        // The second failure proves that the message was back in the queue after the first.
        await().atMost(PATIENCE).until(() -> simulator.faults().injected() >= 2);
        first.stop();
        assertThat(broker.count(DemoServer.QUEUE)).isEqualTo(1);
        assertThat(simulator.videos()).singleElement().satisfies(half -> {
            assertThat(half.complete()).isFalse();
            assertThat(half.parts()).containsExactly(1, 2);
        });

        String begun = simulator.videos().get(0).videoId();
        simulator.faults().clear();
        startConsumer(simulator, Map.of());

        await().atMost(PATIENCE).until(() -> broker.count(DemoServer.QUEUE) == 0);
        assertOnline(simulator, video);
        assertThat(simulator.videos().get(0).videoId()).isEqualTo(begun);
        assertThat(acceptedParts(simulator)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(broker.count(DemoServer.DEAD)).isZero();
    }

    @Test
    void aVideoThatTheServiceRefusesGoesToTheDeadWithTheReason(ApiVideoSimulator simulator) throws Exception {
        simulator.faults().on(RequestKind.SOURCE).part(3).then(Fault.problem(400, "uploaded-file-invalid-file"));
        TestVideo video = send();

        startConsumer(simulator, Map.of());

        await().atMost(PATIENCE).until(() -> broker.count(DemoServer.DEAD) == 1);
        await().atMost(PATIENCE).until(() -> broker.count(DemoServer.QUEUE) == 0);
        DeadLetter dead = DeadLetter.receive(broker);
        assertThat(dead.sha256()).isEqualTo(video.sha256());
        assertThat(dead.headers())
                .containsEntry("title", "film.mp4")
                .containsEntry("failureStatus", 400)
                .containsEntry("failureProblem", "uploaded-file-invalid-file")
                .containsEntry("failureDeliveries", 1)
                .containsKeys("failureMessageId", "failureVideoId");
        assertThat(dead.headers().get("failureReason").toString()).contains("uploaded-file-invalid-file");
        assertThat(simulator.videos()).isEmpty();
    }

    @Test
    void aMessageIsNotAmongTheDeadBeforeItHasLeftTheQueue(ApiVideoSimulator simulator) throws Exception {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.problem(400, "uploaded-file-invalid-file"));
        send();
        List<Long> deadWhenSent = new CopyOnWriteArrayList<>();

        startConsumer(
                simulator, Map.of(), sentTo(DemoServer.DEAD, () -> deadWhenSent.add(broker.count(DemoServer.DEAD))));

        await().atMost(PATIENCE).until(() -> broker.count(DemoServer.DEAD) == 1);
        assertThat(deadWhenSent).containsExactly(0L);
    }

    @Test
    void aMessageThatFailsTooOftenGoesToTheDead(ApiVideoSimulator simulator) throws Exception {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.status(503));
        TestVideo video = send();

        startConsumer(simulator, failingSoon(2));

        await().atMost(PATIENCE).until(() -> broker.count(DemoServer.DEAD) == 1);
        DeadLetter dead = DeadLetter.receive(broker);
        assertThat(dead.sha256()).isEqualTo(video.sha256());
        assertThat(dead.headers()).containsEntry("failureDeliveries", 2).containsEntry("failureStatus", 503);
    }

    @Test
    void noMessageDiesOfAWrongKey(ApiVideoSimulator simulator) throws Exception {
        send();

        startConsumer(simulator, Map.of("camel.component.apivideo.apiKey", "wrong", "jms.attempts", "2"));

        await().atMost(PATIENCE)
                .until(() -> simulator.requests(RequestKind.TOKEN).size() >= 3);
        assertThat(broker.count(DemoServer.DEAD)).isZero();
        assertThat(broker.count(DemoServer.QUEUE)).isEqualTo(1);
    }

    private static Map<String, String> failingSoon(int attempts) {
        return Map.of(
                "camel.component.apivideo.maxRetries",
                "0",
                "camel.component.apivideo.recordTimeout",
                "200",
                "jms.attempts",
                String.valueOf(attempts));
    }

    private TestVideo send() throws Exception {
        Path file = folder.resolve("film.mp4");
        TestVideo video = TestVideo.write(file, 12);
        try (InputStream content = Files.newInputStream(file)) {
            broker.send("film.mp4", content);
        }
        return video;
    }

    private static EventNotifier sentTo(String queue, Runnable action) {
        return new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof ExchangeSentEvent sent
                        && sent.getEndpoint().getEndpointUri().contains(queue)) {
                    action.run();
                }
            }
        };
    }

    private Main startConsumer(ApiVideoSimulator simulator, Map<String, String> settings, EventNotifier... notifiers) {
        Main camel = JmsExample.application();
        Stream.of(notifiers).forEach(notifier -> camel.bind("notifier", notifier));
        broker.settings().forEach(camel::addOverrideProperty);
        camel.addOverrideProperty(
                "camel.component.apivideo.baseUri", simulator.baseUri().toString());
        camel.addOverrideProperty("camel.component.apivideo.apiKey", simulator.apiKey());
        camel.addOverrideProperty("camel.component.apivideo.partSize", "5MiB");
        settings.forEach(camel::addOverrideProperty);
        consumers.add(camel);
        camel.start();
        return camel;
    }

    private static void assertOnline(ApiVideoSimulator simulator, TestVideo video) {
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.title()).isEqualTo("film.mp4");
            assertThat(received.sha256()).isEqualTo(video.sha256());
        });
    }

    private static List<Integer> acceptedParts(ApiVideoSimulator simulator) {
        return simulator.requests(RequestKind.SOURCE).stream()
                .filter(request -> request.status() == 201)
                .map(RecordedRequest::partNumber)
                .toList();
    }
}
