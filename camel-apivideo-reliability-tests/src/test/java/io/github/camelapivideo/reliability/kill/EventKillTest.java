// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.WebhookDelivery;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed in the middle of the route of an event and started again. Its memory is a file. */
@Timeout(120)
class EventKillTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String OBSTACLE = "obstacle";

    @TempDir
    Path folder;

    private ApiVideoSimulator service;
    private String port;

    @BeforeEach
    void start() throws Exception {
        service = ApiVideoSimulator.builder()
                .webhookRetryInterval(Duration.ofSeconds(3))
                .start();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = String.valueOf(free.getLocalPort());
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Node node() throws Exception {
        Node node = new Node(
                folder,
                ListeningNode.class,
                service.baseUri().toString(),
                service.apiKey(),
                folder.toString(),
                port,
                OBSTACLE);
        assertThat(node.awaitLine()).startsWith(ListeningNode.LISTENS);
        return node;
    }

    private void emit(String videoId) {
        service.webhooks()
                .emit(
                        "video.encoding.quality.completed",
                        Map.of("videoId", videoId, "encoding", "hls", "quality", "720p"));
    }

    private List<Integer> answers() {
        return service.webhooks().deliveries().stream()
                .map(WebhookDelivery::status)
                .toList();
    }

    @Test
    void anEventIsProcessedByTheNextProcessIfThisOneIsKilledInTheMiddleOfItsRoute() throws Exception {
        Files.createFile(folder.resolve(OBSTACLE));
        try (Node node = node()) {
            emit("vi1");
            await().atMost(SOON).until(() -> node.lines().contains(ListeningNode.BEGUN + "vi1"));
            node.kill();
        }
        Files.delete(folder.resolve(OBSTACLE));

        try (Node next = node()) {
            await().atMost(SOON).until(() -> answers().contains(202));
            assertThat(next.lines()).containsOnlyOnce(ListeningNode.PROCESSED + "vi1");
        }
        assertThat(answers()).startsWith(0).endsWith(202);
    }

    @Test
    void anEventThatWasProcessedIsKnownToTheNextProcess() throws Exception {
        try (Node node = node()) {
            emit("vi1");
            await().atMost(SOON).until(() -> answers().equals(List.of(202)));
            node.kill();
        }

        try (Node next = node()) {
            emit("vi1");
            emit("vi2");
            await().atMost(SOON).until(() -> answers().equals(List.of(202, 202, 202)));
            assertThat(next.lines())
                    .contains(ListeningNode.PROCESSED + "vi2")
                    .doesNotContain(ListeningNode.BEGUN + "vi1");
        }
    }
}
